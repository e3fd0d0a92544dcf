"""Tests together, with what their classes and modules need."""

import sys
from unittest.case import SkipTest, TestCase, doModuleCleanups
from unittest.util import strclass

__unittest = True


class BaseTestSuite:
    """Tests and suites in order."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        """How many tests there are, suites inside included."""
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        """Add a test or a suite."""
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        """Add several."""
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        """Run all of them."""
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._remove(index)
        return result

    def _remove(self, index):
        test = self._tests[index]
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run all of them and let through what they raise."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite that also calls setUpClass(), setUpModule() and their counterparts."""

    def run(self, result, debug=False):
        for name in ('_testRunEntered', '_previousTestClass', '_moduleSetUpFailed'):
            if not hasattr(result, name):           # a result of another kind
                setattr(result, name, None)
        top = not result._testRunEntered
        result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_test(test):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._remove(index)
        if top:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    # --- classes

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls is result._previousTestClass or result._moduleSetUpFailed or getattr(cls, '__unittest_skip__', False):
            return
        if not hasattr(cls, 'setUpClass'):
            return
        cls._classSetupFailed = False
        try:
            cls.setUpClass()
        except Exception as error:
            cls._classSetupFailed = True
            _tell(result, error, 'setUpClass', strclass(cls))
            self._class_cleanups(cls, result, 'setUpClass')

    @staticmethod
    def _class_cleanups(cls, result, name):
        if not hasattr(cls, 'doClassCleanups'):
            return
        cls.doClassCleanups()
        for details in cls.tearDown_exceptions:
            _tell(result, details[1], name, strclass(cls))

    def _leave_class(self, test, result):
        cls = result._previousTestClass
        if cls is None or test is not None and test.__class__ is cls:
            return
        if getattr(cls, '_classSetupFailed', False) or result._moduleSetUpFailed or getattr(cls, '__unittest_skip__', False):
            return
        if not hasattr(cls, 'tearDownClass'):
            return
        try:
            cls.tearDownClass()
        except Exception as error:
            _tell(result, error, 'tearDownClass', strclass(cls))
        self._class_cleanups(cls, result, 'tearDownClass')

    # --- modules

    def _enter_module(self, test, result):
        name = test.__class__.__module__
        previous = result._previousTestClass
        if previous is not None and previous.__module__ == name:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        function = getattr(sys.modules.get(name), 'setUpModule', None)
        if function is None:
            return
        try:
            function()
        except Exception as error:
            result._moduleSetUpFailed = True
            _tell(result, error, 'setUpModule', name)
            self._module_cleanups(result, 'setUpModule', name)

    @staticmethod
    def _module_cleanups(result, method, name):
        try:
            doModuleCleanups()
        except Exception as error:
            _tell(result, error, method, name)

    def _leave_module(self, result):
        previous = result._previousTestClass
        if previous is None or result._moduleSetUpFailed:
            return
        name = previous.__module__
        if name not in sys.modules:
            return
        function = getattr(sys.modules[name], 'tearDownModule', None)
        if function is not None:
            try:
                function()
            except Exception as error:
                _tell(result, error, 'tearDownModule', name)
        self._module_cleanups(result, 'tearDownModule', name)


def _tell(result, error, method, owner):
    """Tell the result of an exception in a method of a class or module."""
    if isinstance(result, _DebugResult):
        raise error
    holder = _ErrorHolder(f'{method} ({owner})')
    if isinstance(error, SkipTest) and hasattr(result, 'addSkip'):
        result.addSkip(holder, str(error))
    else:
        result.addError(holder, (type(error), error, error.__traceback__))


def _is_test(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _ErrorHolder:
    """Takes the place of a test in a result."""

    failureException = ()

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    __call__ = run

    def countTestCases(self):
        return 0


class _DebugResult:
    _previousTestClass = None
    _moduleSetUpFailed = _testRunEntered = False
    shouldStop = False
