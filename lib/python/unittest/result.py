"""What became of tests."""

import io
import sys
import traceback
from functools import wraps
from unittest.util import strclass

__unittest = True


def failfast(method):
    """Have a method stop the run where the result says so."""
    @wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)
    return inner


def _is_ours(tb):
    return '__unittest' in tb.tb_frame.f_globals


class TestResult:
    """Collects failures, errors and the rest while tests run."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._outputs = None

    def printErrors(self):
        """Called at the end by a runner."""

    def startTest(self, test):
        """Called when a test begins."""
        self.testsRun += 1
        self._start_capture()

    def stopTest(self, test):
        """Called when a test has ended."""
        self._end_capture()

    def startTestRun(self):
        """Called once before all tests."""

    def stopTestRun(self):
        """Called once after all tests."""

    # --- standard output, where it is kept back

    def _start_capture(self):
        if self.buffer and self._outputs is None:
            self._outputs = sys.stdout, sys.stderr
            self._captured = sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def _end_capture(self):
        if self._outputs is not None:
            sys.stdout, sys.stderr = self._outputs
            self._outputs = None

    def _captured_text(self):
        if self._outputs is None:
            return ''
        text = ''
        for stream, name in zip(self._captured, ('Stdout', 'Stderr')):
            output = stream.getvalue()
            if output:
                text += f'\n{name}:\n{output}' + ('' if output.endswith('\n') else '\n')
        return text

    # --- outcomes

    @failfast
    def addError(self, test, err):
        """A test raised; err is (type, value, traceback)."""
        self.errors.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addFailure(self, test, err):
        """An assertion failed."""
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended; err is None if it passed."""
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        found = self.failures if issubclass(err[0], test.failureException) else self.errors
        found.append((subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        """A test passed."""

    def addSkip(self, test, reason):
        """A test was left out."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test failed that was known to fail."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A test passed that was known to fail."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """A test took so many seconds."""
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Whether nothing failed."""
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        """Have no more tests run."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        seen = set()
        tb = value.__traceback__ = self._cleaned(tb, value, test)
        # The exceptions that it came from lose the package's own entries too.
        pending = [value]
        while pending:
            error = pending.pop()
            if error is None or id(error) in seen:
                continue
            seen.add(id(error))
            if error is not value:
                error.__traceback__ = self._cleaned(error.__traceback__, error, test)
            pending += [error.__cause__, error.__context__]
        if self.tb_locals:
            text = traceback.TracebackException(kind, value, tb, capture_locals=True, compact=True).format()
        else:
            text = traceback.format_exception(kind, value, tb)
        return ''.join(text) + self._captured_text()

    @staticmethod
    def _cleaned(tb, error, test):
        """The traceback without the package's entries at its beginning and, for a failed assertion, at its end."""
        while tb is not None and _is_ours(tb):
            tb = tb.tb_next
        if isinstance(error, test.failureException):
            at = before = tb
            while at is not None and not _is_ours(at):
                before, at = at, at.tb_next
            if before is not None:
                before.tb_next = None
        return tb

    def __repr__(self):
        return f'<{strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'
