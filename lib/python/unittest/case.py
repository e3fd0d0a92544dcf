"""One test: a method of a TestCase, run with what it needs before and after."""

import functools
import sys
import time
import warnings
from contextlib import contextmanager
from unittest.assertions import Assertions
from unittest.util import strclass

__unittest = True
_subtest_message = object()


class SkipTest(Exception):
    """Raised by a test that is not to be run."""


class _UnexpectedSuccess(Exception):
    """A test passed that was expected to fail."""


class _ShouldStop(Exception):
    """Raised to end a test at its first failing part."""


# --- decorators

def skip(reason):
    """Leave out a test, or all of a class."""
    def decorate(item):
        if not isinstance(item, type):
            @functools.wraps(item)
            def wrapper(*args, **kwargs):
                raise SkipTest(reason)
            item = wrapper
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if isinstance(reason, type(skip)):
        item, reason = reason, ''
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    """Leave out a test if the condition holds."""
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    """Leave out a test unless the condition holds."""
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    """Marks a test that is known to fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


# --- cleanups

def _enter(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Have a function called when the tests of the module are through."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context manager that is left when the tests of the module are through."""
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    """Call the cleanups of the module."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup('module cleanup failed', errors) if len(errors) > 1 else errors[0]


# --- what happens in a test

class _Outcome:
    """Catches what the parts of a test raise, and tells the result."""

    def __init__(self, result):
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.expecting_failure = False
        self.success = True
        self.expected_failure = None

    @contextmanager
    def part(self, test, is_subtest=False):
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            _add_skip(self.result, test, str(e))
        except _ShouldStop:
            pass
        except BaseException as error:
            details = type(error), error, error.__traceback__
            if self.expecting_failure:
                self.expected_failure = details
            else:
                self.success = False
                if is_subtest:
                    self.result.addSubTest(test.test_case, test, details)
                elif issubclass(details[0], test.failureException):
                    self.result.addFailure(test, details)
                else:
                    self.result.addError(test, details)
        else:
            if is_subtest and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            self.success = self.success and before


def _add(result, name, instead, use, *args):
    """Tell a result something. One that has no such method is told something else, and a warning says so."""
    add = getattr(result, name, None)
    if add is not None:
        return add(*args)
    warnings.warn(f'TestResult has no {name} method{instead}', RuntimeWarning, 3)
    if use is not None:
        use(args[0])


def _add_skip(result, test, reason):
    _add(result, 'addSkip', ', skips not reported', result.addSuccess, test, reason)


class TestCase(Assertions):
    """A class whose methods test... are tests; each runs in an instance of its own."""

    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual',
            frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    # --- to be overridden

    def setUp(self):
        """Called before each test."""

    def tearDown(self):
        """Called after each test whose setUp() succeeded."""

    @classmethod
    def setUpClass(cls):
        """Called before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the tests of the class."""

    # --- cleanups

    def addCleanup(self, function, /, *args, **kwargs):
        """Have a function called after tearDown(), the last one added first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context manager that is left after the test."""
        return _enter(cm, self.addCleanup)

    def doCleanups(self):
        """Call the cleanups."""
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                function(*args, **kwargs)
        return outcome.success

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Have a function called after tearDownClass()."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context manager that is left after the tests of the class."""
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Call the cleanups of the class; tearDown_exceptions are what they raised."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    # --- names

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult
        return TestResult()

    def shortDescription(self):
        """The first line of the test's text, or None."""
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    # --- running

    def skipTest(self, reason):
        """Leave out this test."""
        raise SkipTest(reason)

    @contextmanager
    def subTest(self, msg=_subtest_message, **params):
        """A part of the test that may fail alone; the parameters are shown then."""
        if self._outcome is None or not self._outcome.result_supports_subtests:
            yield
            return
        outer = self._subtest
        if outer is not None:
            params = {**outer.params, **params}
        self._subtest = _SubTest(self, msg, params)
        try:
            with self._outcome.part(self._subtest, is_subtest=True):
                yield
            if not self._outcome.success:
                if self._outcome.result is not None and self._outcome.result.failfast:
                    raise _ShouldStop
            elif self._outcome.expected_failure:
                raise _ShouldStop
        finally:
            self._subtest = outer

    @staticmethod
    def _fail_unexpectedly(result):
        def fail(test):
            try:
                raise _UnexpectedSuccess from None
            except _UnexpectedSuccess as error:
                result.addFailure(test, (type(error), error, error.__traceback__))
        return fail

    def _call_test(self, method):
        result = method()
        if result is not None:
            text = (f'It is deprecated to return a value that is not None from a test case '
                    f'({method} returned {type(result).__name__!r})')
            if hasattr(result, 'cr_await'):
                text += '. Maybe you forgot to use IsolatedAsyncioTestCase as the base class?'
            warnings.warn(text, DeprecationWarning, stacklevel=3)

    def _run_parts(self, outcome, method, expecting_failure):
        with outcome.part(self):
            self.setUp()
        if outcome.success:
            outcome.expecting_failure = expecting_failure
            with outcome.part(self):
                self._call_test(method)
            outcome.expecting_failure = False
            with outcome.part(self):
                self.tearDown()
        self.doCleanups()

    def run(self, result=None):
        """Run the test; answers the result."""
        made = result is None
        if made:
            result = self.defaultTestResult()
            getattr(result, 'startTestRun', lambda: None)()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                reason = getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
                _add_skip(result, self, reason)
                return result
            expecting_failure = (getattr(self, '__unittest_expecting_failure__', False) or
                                 getattr(method, '__unittest_expecting_failure__', False))
            self._outcome = outcome = _Outcome(result)
            try:
                begin = time.perf_counter()
                self._run_parts(outcome, method, expecting_failure)
                _add(result, 'addDuration', '', None, self, time.perf_counter() - begin)
                if outcome.success:
                    if not expecting_failure:
                        result.addSuccess(self)
                    elif outcome.expected_failure:
                        _add(result, 'addExpectedFailure', ', reporting as passes', result.addSuccess, self,
                             outcome.expected_failure)
                    else:
                        _add(result, 'addUnexpectedSuccess', ', reporting as failure', self._fail_unexpectedly(result), self)
            finally:
                self._outcome = outcome.expected_failure = None
            return result
        finally:
            result.stopTest(self)
            if made:
                getattr(result, 'stopTestRun', lambda: None)()

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test and let what it raises through."""
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
            raise SkipTest(getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', ''))
        self.setUp()
        self._call_test(method)
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return (self._setUpFunc, self._tearDownFunc, self._testFunc, self._description) == \
            (other._setUpFunc, other._tearDownFunc, other._testFunc, other._description)

    def __hash__(self):
        return hash((type(self), self._setUpFunc, self._tearDownFunc, self._testFunc, self._description))

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


class _SubTest(TestCase):
    """Stands for a subTest() where results are told."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _description(self):
        parts = []
        if self._message is not _subtest_message:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append(f'({", ".join(f"{name}={value!r}" for name, value in self.params.items())})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._description()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._description()}'
