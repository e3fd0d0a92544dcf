"""assertLogs() and assertNoLogs()."""

import logging
from collections import namedtuple

__unittest = True

_Logged = namedtuple('_LoggingWatcher', ['records', 'output'])


class _Capture(logging.Handler):
    """Keeps records and their texts."""

    def __init__(self):
        super().__init__()
        self.watcher = _Logged([], [])

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class AssertLogs:
    """Looks, for the time of a block, at what a logger logs."""

    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs):
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging._check_level(level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        named = self.logger_name
        self.logger = logger = named if isinstance(named, logging.Logger) else logging.getLogger(named)
        handler = _Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler.watcher
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, exc_type, exc_value, tb):
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs:
            if self.watcher.records:
                self._fail(f'Unexpected logs found: {self.watcher.output!r}')
        elif not self.watcher.records:
            self._fail(f'no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}')

    def _fail(self, message):
        raise self.test_case.failureException(message)
