"""Finding tests in classes, modules and folders."""

import os
import sys
import traceback
from unittest.case import FunctionTestCase, TestCase
from unittest.suite import BaseTestSuite, TestSuite

__unittest = True


class _FailedTest(TestCase):
    """A test that raises what went wrong when tests were looked for."""

    def __init__(self, method_name, error):
        self._error = error
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._error
        return fail


def _fits(name, pattern):
    """Whether a name fits a pattern in which * stands for anything."""
    head, *rest = pattern.split('*')
    if not name.startswith(head):
        return False
    at = len(head)
    for part in rest[:-1]:
        at = name.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return name.endswith(rest[-1]) and len(name) - len(rest[-1]) >= at if rest else name == head


class TestLoader:
    """Makes suites of tests."""

    testMethodPrefix = 'test'
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    @staticmethod
    def sortTestMethodsUsing(x, y):
        return (x > y) - (x < y)

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's tests in order."""
        from functools import cmp_to_key
        names = []
        for name in dir(testCaseClass):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                continue
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            if self.testNamePatterns is None or any(_fits(full, pattern) for pattern in self.testNamePatterns):
                names.append(name)
        if self.sortTestMethodsUsing:
            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of a class's tests."""
        if issubclass(testCaseClass, BaseTestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = [] if testCaseClass in (TestCase, FunctionTestCase) else self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """A suite of the tests in a module."""
        tests = []
        for name in dir(module):
            found = getattr(module, name)
            if isinstance(found, type) and issubclass(found, TestCase) and found not in (TestCase, FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(found))
        suite = self.suiteClass(tests)
        load = getattr(module, 'load_tests', None)
        if load is None:
            return suite
        try:
            return load(self, suite, pattern)
        except Exception as error:
            return self._failed(module.__name__, error, f'Failed to call load_tests:\n{traceback.format_exc()}')

    def loadTestsFromName(self, name, module=None):
        """A suite of what a dotted name stands for."""
        parts = name.split('.')
        if module is None:
            module, parts, unknown = self._import(parts)
            if module is None or parts and hasattr(module, '__path__') and not hasattr(module, parts[0]):
                text = f'Failed to import test module: {unknown[0]}\n{unknown[1]}'
                return self._failed(unknown[0], ImportError(text), text)
        found, parent = module, None
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                return self._failed(part, error, f'Failed to access attribute:\n{traceback.format_exc()}')
        return self._suite_of(found, parent, parts[-1] if parts else name)

    def _import(self, parts):
        """The longest part of a name that can be imported: (module, the rest, the last name that could not and why)."""
        unknown = None
        for size in range(len(parts), 0, -1):
            name = '.'.join(parts[:size])
            try:
                __import__(name)
            except ImportError:
                unknown = parts[size - 1], traceback.format_exc()
                continue
            return sys.modules[name], parts[size:], unknown
        return None, [], unknown

    def _failed(self, name, error, text):
        self.errors.append(text)
        return self.suiteClass((_FailedTest(name, error),))

    def _suite_of(self, found, parent, name):
        if isinstance(found, type(sys)):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, type(_fits)) and isinstance(parent, type) and issubclass(parent, TestCase):
            test = parent(name)
            if not isinstance(getattr(test, name), type(_fits)):        # no static method
                return self.suiteClass([test])
        if isinstance(found, BaseTestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, BaseTestSuite):
                return test
            if isinstance(test, TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {found} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {found}")

    def loadTestsFromNames(self, names, module=None):
        """A suite of suites, one a name."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """A suite of the tests in the modules of a folder and the packages in it."""
        top = os.path.abspath(top_level_dir or start_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        start = os.path.abspath(start_dir)
        prefix = os.path.relpath(start, top).replace(os.sep, '.') + '.' if start != top else ''
        return self.suiteClass(list(self._find(start, prefix, pattern)))

    def _find(self, folder, prefix, pattern):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and _fits(name, pattern) and name.endswith('.py') and name[:-3].isidentifier():
                yield self._load_file(prefix + name[:-3], pattern)
            elif os.path.isfile(os.path.join(path, '__init__.py')) and name.isidentifier():
                yield self.suiteClass(list(self._find(path, f'{prefix}{name}.', pattern)))

    def _load_file(self, name, pattern):
        try:
            __import__(name)
        except Exception as error:
            text = f'Failed to import test module: {name}\n{traceback.format_exc()}'
            return self._failed(name, ImportError(text), text)
        return self.loadTestsFromModule(sys.modules[name], pattern=pattern)


defaultTestLoader = TestLoader()
