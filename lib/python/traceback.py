"""Exceptions, tracebacks and the running stack as text."""

import sys
import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_absent = object()
_REPEATED_SHOWN = 3


class FrameSummary:
    """One entry of a traceback or stack: file name, line number, name of the code, and the source line."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', '_given', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        self._given = line is not None
        self.locals = {key: _safe(value, repr) for key, value in locals.items()} if locals else None
        if lookup_line:
            self.line

    @property
    def line(self):
        """The source line without the blanks around it."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _traceback.source_line(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _safe(value, function):
    try:
        return function(value)
    except Exception:
        return f'<local {function.__name__}() failed>'


class StackSummary(list):
    """A list of FrameSummary, outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make one from the pairs (frame, line number) that walk_stack() and walk_tb() yield."""
        made = klass()
        for frame, line in _limited(list(frame_gen), limit):
            made.append(FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name, lookup_line=lookup_lines,
                                     locals=frame.f_locals if capture_locals else None))
        return made

    @classmethod
    def from_list(klass, a_list):
        """Make one from FrameSummary objects or tuples (file name, line number, name, line)."""
        made = StackSummary()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            made.append(frame)
        return made

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one entry."""
        frame = frame_summary
        name = '<stdin>' if frame.filename.startswith('<stdin-') else frame.filename
        if not frame._given and frame.lineno is not None:
            text = _traceback.format_entry(name, frame.lineno, frame.name, frame.end_lineno, frame.colno, frame.end_colno)
        else:
            text = f'  File "{name}", line {frame.lineno}, in {frame.name}\n'
            if frame.line:
                text += f'    {frame.line}\n'
        for key, value in sorted((frame.locals or {}).items()):
            text += f'    {key} = {value}\n'
        return text

    def format(self, **kwargs):
        """A list of texts, entries that repeat more than three times in a row told by their number."""
        result = []
        last, count = None, 0
        for frame in self:
            text = self.format_frame_summary(frame, **kwargs)
            if text is None:
                continue
            place = (frame.filename, frame.lineno, frame.name)
            if None in place[:2] or place != last:
                _add_repetitions(result, count)
                last, count = place, 0
            count += 1
            if count <= _REPEATED_SHOWN:
                result.append(text)
        _add_repetitions(result, count)
        return result


def _add_repetitions(result, count):
    more = count - _REPEATED_SHOWN
    if more > 0:
        result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is None:
            return entries
        limit = 0 if limit < 0 else limit
    return entries[:limit] if limit >= 0 else entries[limit:]


class _Layout:
    """How deep in groups a text stands, and whether the last box is still to be closed."""

    def __init__(self):
        self.depth = 0
        self.open = False

    def margin(self):
        return '  ' * self.depth

    def indented(self, texts, sign='|'):
        if not self.depth:
            yield from texts
            return
        before = f'{self.margin()}{sign} '
        for text in texts:
            yield ''.join(before + line for line in text.splitlines(True))


class TracebackException:
    """An exception as it is when this is made, ready to be formatted."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self._type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        if capture_locals:
            for summary, (frame, line) in zip(self.stack, _limited(list(walk_tb(exc_traceback)), limit)):
                summary.locals = {key: _safe(value, repr) for key, value in frame.f_locals.items()} or None
        try:
            self._text = str(exc_value)
        except Exception:
            self._text = '<exception str() failed>'
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._is_syntax_error = isinstance(exc_value, SyntaxError)
        if self._is_syntax_error:
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
            for name in ('lineno', 'end_lineno'):
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))

        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        self._messages = [_traceback.format_message(exc_value, group, exc_traceback) if isinstance(exc_value, BaseException)
                          else [f'{self.exc_type_str}: {self._text}\n'] for group in (False, True)]
        if _seen is not None or exc_value is None:
            return

        def made(exception):
            if exception is None or id(exception) in seen:
                return None
            other = TracebackException(type(exception), exception, exception.__traceback__, limit=limit, lookup_lines=lookup_lines,
                                       capture_locals=capture_locals, max_group_width=max_group_width,
                                       max_group_depth=max_group_depth, _seen=seen)
            unfinished.append((other, exception))
            return other

        unfinished = [(self, exc_value)]
        while unfinished:
            summary, exception = unfinished.pop()
            summary.__cause__ = made(exception.__cause__)
            if not compact or summary.__cause__ is None and not exception.__suppress_context__:
                summary.__context__ = made(exception.__context__)
            if isinstance(exception, BaseExceptionGroup):
                summary.exceptions = [made(member) for member in exception.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Make one from an exception alone."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The exception's class."""
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._type

    @property
    def exc_type_str(self):
        """The name of the exception's class."""
        if self._type is None:
            return None
        module = self._type.__module__
        return self._type.__qualname__ if module in ('__main__', 'builtins') else f'{module}.{self._type.__qualname__}'

    def __eq__(self, other):
        if not isinstance(other, TracebackException):
            return NotImplemented
        return (self._type is other._type and self._messages == other._messages and self.stack == other.stack and
                self.__cause__ == other.__cause__ and self.__context__ == other.__context__)

    __hash__ = None

    def __str__(self):
        return self._text

    def format_exception_only(self, *, show_group=False, **kwargs):
        """Yield the exception's message, and notes."""
        yield from self._messages[show_group]

    def _came_from(self, chain):
        if not chain:
            return None, None
        if self.__cause__ is not None:
            return self.__cause__, '\nThe above exception was the direct cause of the following exception:\n\n'
        if self.__context__ is not None and not self.__suppress_context__:
            return self.__context__, '\nDuring handling of the above exception, another exception occurred:\n\n'
        return None, None

    def format(self, *, chain=True, _layout=None, **kwargs):
        """Yield the texts of the exception, and before it, of those that it came from."""
        layout = _Layout() if _layout is None else _layout
        pending = []
        at = self
        while at is not None:
            earlier, text = at._came_from(chain)
            pending.append((at, text))
            at = earlier
        for at, text in reversed(pending):
            if text is not None:
                yield from layout.indented([text])
            if at.exceptions is not None:
                yield from at._format_group(layout, chain, kwargs)
                continue
            if at.stack:
                yield from layout.indented(['Traceback (most recent call last):\n'])
                yield from layout.indented(at.stack.format(**kwargs))
            yield from layout.indented(at.format_exception_only(**kwargs))

    def _format_group(self, layout, chain, kwargs):
        if layout.depth > self.max_group_depth:
            yield from layout.indented([f'... (max_group_depth is {self.max_group_depth})\n'])
            return
        outermost = layout.depth == 0
        layout.depth += outermost
        if self.stack:
            yield from layout.indented(['Exception Group Traceback (most recent call last):\n'], '+' if outermost else '|')
            yield from layout.indented(self.stack.format(**kwargs))
        yield from layout.indented(self.format_exception_only(**kwargs))
        count, shown = len(self.exceptions), min(len(self.exceptions), self.max_group_width)
        blocks = min(count, shown + 1)
        layout.open = False
        for k in range(blocks):
            label = '...' if k == shown else k + 1
            yield f'{layout.margin()}{"  " if k else "+-"}+---------------- {label} ----------------\n'
            layout.open = layout.open or k == blocks - 1
            layout.depth += 1
            if k == shown:
                more = count - shown
                yield from layout.indented([f'and {more} more exception{"s" if more > 1 else ""}\n'])
            else:
                yield from self.exceptions[k].format(chain=chain, _layout=layout, **kwargs)
            if k == blocks - 1 and layout.open:
                yield layout.margin() + '+------------------------------------\n'
                layout.open = False
            layout.depth -= 1
        layout.depth -= outermost

    def print(self, *, file=None, chain=True, **kwargs):
        """Print what format() yields, to sys.stderr unless `file` is given."""
        _print(self.format(chain=chain), file)


def _print(texts, file):
    if file is None:
        file = sys.stderr
    for text in texts:
        print(text, file=file, end='')


# --- exceptions

def _exception_of(exc, value, tb):
    """The exception that is meant by the arguments (exc) or (type, value, traceback)."""
    if (value is _absent) != (tb is _absent):
        raise ValueError('Both or neither of value and tb must be given')
    if value is _absent:
        if exc is None or isinstance(exc, BaseException):
            return exc, getattr(exc, '__traceback__', None)
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
    return value, tb


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kwargs):
    """A list of texts: an exception with its traceback and those it came from, as printed when nothing handles it."""
    value, tb = _exception_of(exc, value, tb)
    if value is None:
        return ['NoneType: None\n']
    if tb is not value.__traceback__:
        return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))
    if limit is None and (limit := getattr(sys, 'tracebacklimit', None)) is not None:
        limit = 0 if limit < 0 else limit
    return _traceback.format_exception(value, chain, limit)


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **kwargs):
    """Print an exception as format_exception() shows it, to sys.stderr unless `file` is given."""
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_absent, *, show_group=False, **kwargs):
    """A list of texts: the exception's message without the traceback."""
    if value is _absent:
        value = exc
    if value is None:
        return ['NoneType: None\n']
    if not isinstance(value, BaseException):
        value.__suppress_context__
    return _traceback.format_message(value, show_group, None)


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as one text."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Print the last exception that nothing handled, in interactive mode."""
    if not hasattr(sys, 'last_exc'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


# --- tracebacks

def extract_tb(tb, limit=None):
    """A StackSummary of a traceback."""
    if tb is not None and type(tb).__name__ != 'traceback':
        return StackSummary.extract(walk_tb(tb), limit=limit, lookup_lines=False)
    return StackSummary(FrameSummary(file, line, name, lookup_line=False, end_lineno=end_line, colno=column, end_colno=end_column)
                        for file, line, name, end_line, column, end_column in _limited(_traceback.entries(tb), limit))


def format_tb(tb, limit=None):
    """A list of texts, one for each entry of a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback."""
    _print(format_tb(tb, limit), file)


def walk_tb(tb):
    """Yield (frame, line number) of a traceback's entries."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Drop the locals of all frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


# --- the stack

def _stack(f, limit, skip):
    if f is None:
        frames = _traceback.stack()[skip:]
    else:
        frames = [(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in walk_stack(f)]
    summary = StackSummary(FrameSummary(*frame, lookup_line=False) for frame in _limited(frames, limit))
    summary.reverse()
    return summary


def extract_stack(f=None, limit=None):
    """A StackSummary of the caller's stack, or of that of a frame."""
    return _stack(f, limit, 2)


def format_stack(f=None, limit=None):
    """A list of texts, one for each frame of the stack."""
    return _stack(f, limit, 2).format()


def print_stack(f=None, limit=None, file=None):
    """Print the stack."""
    _print(_stack(f, limit, 2).format(), file)


def walk_stack(f):
    """Yield (frame, line number) of a frame and its callers; None means the caller."""
    return _walk_back(sys._getframe().f_back if f is None else f)


def _walk_back(f):
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


# --- lists of entries

def format_list(extracted_list):
    """A list of texts, one for each FrameSummary or tuple (file name, line number, name, line)."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Print what format_list() answers."""
    _print(format_list(extracted_list), file)
