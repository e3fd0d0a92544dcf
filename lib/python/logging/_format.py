"""Records of the module logging, and what makes text of them."""

import io
import os
import re
import time
import traceback

__name__ = 'logging'                    # what is defined here says that it is of that module

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_names = {CRITICAL: 'CRITICAL', ERROR: 'ERROR', WARNING: 'WARNING', INFO: 'INFO', DEBUG: 'DEBUG', NOTSET: 'NOTSET'}
_levels = {'CRITICAL': CRITICAL, 'FATAL': FATAL, 'ERROR': ERROR, 'WARN': WARNING, 'WARNING': WARNING, 'INFO': INFO,
           'DEBUG': DEBUG, 'NOTSET': NOTSET}
BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
_start = time.time()


def getLevelNamesMapping():
    """A dict of level names and numbers."""
    return _levels.copy()


def _level_name(level):
    return _names.get(level)


def getLevelName(level):
    """The name of a level; the number of a name."""
    found = _names.get(level)
    if found is None:
        found = _levels.get(level)
    return f'Level {level}' if found is None else found


def addLevelName(level, levelName):
    """Name a level."""
    _names[level] = levelName
    _levels[levelName] = level


# --- records

class LogRecord:
    """A message with all that is known of it."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        import logging
        created = time.time()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        try:
            self.filename = os.path.basename(pathname)
            self.module = os.path.splitext(self.filename)[0]
        except (TypeError, ValueError, AttributeError):
            self.filename = pathname
            self.module = 'Unknown module'
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = created
        self.msecs = float(int((created - int(created)) * 1000))
        self.relativeCreated = (created - _start) * 1000
        self.thread = 1 if logging.logThreads else None
        self.threadName = 'MainThread' if logging.logThreads else None
        self.processName = 'MainProcess' if logging.logMultiprocessing else None
        self.process = os.getpid() if logging.logProcesses else None
        self.taskName = None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """The message with its arguments."""
        message = str(self.msg)
        return message % self.args if self.args else message


_factory = LogRecord


def setLogRecordFactory(factory):
    """Have records made by something else than LogRecord."""
    global _factory
    _factory = factory


def getLogRecordFactory():
    """What makes records."""
    return _factory


def makeLogRecord(dict):
    """A record with attributes from a dict."""
    record = _factory(None, None, '', 0, '', (), None, None)
    record.__dict__.update(dict)
    return record


# --- the three styles of formats

class PercentStyle:
    """%(name)s."""

    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'
    validation_pattern = r'%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        """ValueError for a format that is not one."""
        if not re.search(self.validation_pattern, self._fmt, re.I):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as e:
            raise ValueError(f'Formatting field not found in record: {e}')


class StrFormatStyle(PercentStyle):
    """{name}."""

    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'
    field_spec = r'^(\d+|\w+)(\.\w+|\[\d+\])*$'

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        from string import Formatter as Parser
        fields = set()
        try:
            for literal, name, spec, conversion in Parser().parse(self._fmt):
                if name:
                    if not re.match(self.field_spec, name):
                        raise ValueError(f'invalid field name/expression: {name!r}')
                    fields.add(name)
                if conversion and conversion not in 'rsa':
                    raise ValueError(f'invalid conversion: {conversion!r}')
                if spec and not re.match(r'^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$', spec, re.I):
                    raise ValueError(f'bad specifier: {spec!r}')
        except ValueError as e:
            raise ValueError(f'invalid format: {e}')
        if not fields:
            raise ValueError('invalid format: no fields')


class StringTemplateStyle(PercentStyle):
    """${name}."""

    default_format = '${message}'
    asctime_format = '${asctime}'
    asctime_search = '${asctime}'

    def __init__(self, fmt, *, defaults=None):
        from string import Template
        super().__init__(fmt, defaults=defaults)
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return self._fmt.find('$asctime') >= 0 or self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        fields = set()
        for found in self._tpl.pattern.finditer(self._fmt):
            parts = found.groupdict()
            if parts['named'] or parts['braced']:
                fields.add(parts['named'] or parts['braced'])
            elif found.group(0) == '$':
                raise ValueError("invalid format: bare '$' not allowed")
        if not fields:
            raise ValueError('invalid format: no fields')

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


_STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
           '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}


# --- formatters

class Formatter:
    """Makes text of records by a format of one of three styles."""

    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError(f'Style must be one of: {",".join(_STYLES)}')
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """When the record was made."""
        when = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, when)
        text = time.strftime(self.default_time_format, when)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """The text of (type, exception, traceback)."""
        out = io.StringIO()
        traceback.print_exception(ei[0], ei[1], ei[2], limit=None, file=out)
        return out.getvalue().removesuffix('\n')

    def formatStack(self, stack_info):
        """The text of a stack."""
        return stack_info

    def usesTime(self):
        """Whether the format shows the time."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """The first line."""
        return self._style.format(record)

    def format(self, record):
        """The text of a record, with its exception and stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = text.removesuffix('\n') + '\n' + record.exc_text
        if record.stack_info:
            text = text.removesuffix('\n') + '\n' + self.formatStack(record.stack_info)
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        return self.formatHeader(records) + ''.join(map(self.linefmt.format, records)) + self.formatFooter(records)
