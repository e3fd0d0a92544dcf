"""Regular expressions."""
import _re
from _re import Pattern, Match

__all__ = [
    'match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape', 'error',
    'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE',
    'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError',
]


class _FlagType(type):
    """Flags can be iterated over, counted and looked up by name, as those of an enum."""

    def __iter__(cls):
        return iter(cls._members.values())

    def __len__(cls):
        return len(cls._members)

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __repr__(cls):
        return f'<flag {cls.__name__!r}>'

    @property
    def __members__(cls):
        return {name: globals()[name] for name in _flag_names}


class RegexFlag(int, metaclass=_FlagType):
    """Flags that change how a pattern is read or matches."""
    __slots__ = ()
    _members = {}

    def __new__(cls, value=0):
        member = cls._members.get(value)
        return int.__new__(cls, value) if member is None else member

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return '|'.join(self._names()) or ('NOFLAG' if not self else None)

    def _names(self):
        names = [flag._member_name for flag in RegexFlag if flag & self]
        rest = int(self) & ~511 | int(self) & 1
        return names + [str(rest)] if rest and names else names

    @property
    def _member_name(self):
        return _long_names[int(self)]

    def __repr__(self):
        if self < 0:
            return repr(RegexFlag(int(self) & 511))
        names = ['re.' + flag._member_name for flag in RegexFlag if int(flag) & int(self)]
        rest = int(self) & ~510
        if rest:
            names.append(hex(rest) if names else f're.RegexFlag({rest})')
        return '|'.join(names) or 're.NOFLAG'

    __str__ = __repr__

    def __format__(self, spec):
        return int.__format__(self, spec) if spec else str(self)

    def __contains__(self, other):
        if not isinstance(other, RegexFlag):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and 'RegexFlag'")
        return int(other) & int(self) == int(other)

    def __iter__(self):
        return (flag for flag in RegexFlag if int(flag) & int(self))

    def __len__(self):
        return int(self).bit_count()

    def __bool__(self):
        return int(self) != 0

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(int(self) ^ 511)

    def __reduce__(self):
        return RegexFlag, (int(self),)


_long_names = {256: 'ASCII', 2: 'IGNORECASE', 4: 'LOCALE', 32: 'UNICODE', 8: 'MULTILINE', 16: 'DOTALL', 64: 'VERBOSE', 128: 'DEBUG'}
for _value in _long_names:
    RegexFlag._members[_value] = int.__new__(RegexFlag, _value)
NOFLAG = RegexFlag(0)
ASCII = A = RegexFlag(256)
IGNORECASE = I = RegexFlag(2)
LOCALE = L = RegexFlag(4)
UNICODE = U = RegexFlag(32)
MULTILINE = M = RegexFlag(8)
DOTALL = S = RegexFlag(16)
VERBOSE = X = RegexFlag(64)
DEBUG = RegexFlag(128)
_flag_names = ['NOFLAG', 'ASCII', 'A', 'IGNORECASE', 'I', 'LOCALE', 'L', 'UNICODE', 'U', 'MULTILINE', 'M', 'DOTALL', 'S',
               'VERBOSE', 'X', 'DEBUG']
for _name in _flag_names:
    setattr(RegexFlag, _name, globals()[_name])


class PatternError(Exception):
    """A pattern or template is wrong.

    msg: what is wrong; pattern: the text; pos: the index where, or None; lineno, colno: the same as a line and column.
    """
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError
_re.set_error_class(PatternError)

_CACHED_MOST = 512
_cache = {}


def _compile(pattern, flags):
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    compiled = _re.compile(pattern, flags & 0xffffffff)
    if len(_cache) >= _CACHED_MOST:
        del _cache[next(iter(_cache))]
    _cache[type(pattern), pattern, flags] = compiled
    return compiled


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def purge():
    "Clear the regular expression caches"
    _cache.clear()


def match(pattern, string, flags=0):
    "A match of the pattern at the start of the string, or None."
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    "A match of the pattern with all of the string, or None."
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    "The first match of the pattern anywhere in the string, or None."
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    "A list of all matches in the string that do not overlap; of their groups if there are any."
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    "An iterator over all matches in the string that do not overlap."
    return _compile(pattern, flags).finditer(string)


class _ZeroSentinel(int):
    pass


_zero_sentinel = _ZeroSentinel()


def _positional(name, first, name_of_first, flags, args):
    """Sorts out count (or maxsplit) and flags that were given by position; both may be given by keyword as well."""
    if args:
        if first is not _zero_sentinel:
            raise TypeError(f'{name}() got multiple values for argument {name_of_first!r}')
        first, *rest = args
        if rest:
            if flags is not _zero_sentinel:
                raise TypeError(f"{name}() got multiple values for argument 'flags'")
            flags, *rest = rest
            if rest:
                least = 2 if name == 'split' else 3
                raise TypeError(f'{name}() takes from {least} to {least + 2} positional arguments '
                                f'but {least + len(args)} were given')
        import warnings
        warnings.warn(f'{name_of_first!r} is passed as positional argument', DeprecationWarning, stacklevel=3)
    return first, flags


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    "The string with the leftmost matches replaced by repl: a template, or a function of the match."
    count, flags = _positional('sub', count, 'count', flags, args)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    "A tuple: the string as sub() answers it, and the number of replacements."
    count, flags = _positional('subn', count, 'count', flags, args)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    "The parts of the string between matches; with what groups matched, if there are any."
    maxsplit, flags = _positional('split', maxsplit, 'maxsplit', flags, args)
    return _compile(pattern, flags).split(string, maxsplit)


sub.__text_signature__ = subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'

_special_chars = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    "The pattern with all characters escaped that mean something special."
    if isinstance(pattern, str):
        return pattern.translate(_special_chars)
    return str(pattern, 'latin1').translate(_special_chars).encode('latin1')


class Scanner:
    """Divides a string by a list of (pattern, action): what an action answers, or is, becomes an item unless it is None."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.scanner = compile('|'.join(f'({phrase})' for phrase, action in lexicon), flags)
        self._actions = {}
        group = 1
        for phrase, action in lexicon:
            self._actions[group] = action
            group += 1 + compile(phrase, flags).groups

    def scan(self, string):
        """The list of items, and the rest of the string that no pattern matches."""
        result, at = [], 0
        for found in iter(self.scanner.scanner(string).match, None):
            if found.end() == at:
                break
            action = self._actions[found.lastindex]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()
        return result, string[at:]
