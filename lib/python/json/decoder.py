"""Reading JSON."""

import _json

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
    """Raised for text that is not JSON: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_CONSTANTS = {'-Infinity': float('-inf'), 'Infinity': float('inf'), 'NaN': float('nan')}


class JSONDecoder:
    """Reads JSON text; hooks make other objects than usual."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.parse_string = scanstring
        self.memo = {}

    def decode(self, s):
        """The value of a text."""
        start = len(s) - len(s.lstrip(' \t\n\r')) if s[:1] in ' \t\n\r' else 0
        obj, end = self.raw_decode(s, start)
        if end != len(s):
            rest = s[end:].lstrip(' \t\n\r')
            if rest:
                raise JSONDecodeError('Extra data', s, len(s) - len(rest))
        return obj

    def scan_once(self, s, idx):
        """The same as raw_decode(); StopIteration where no value begins."""
        try:
            return self.raw_decode(s, idx)
        except JSONDecodeError as error:
            if error.msg == 'Expecting value':
                raise StopIteration(error.pos) from None
            raise

    def raw_decode(self, s, idx=0):
        """The value that a text has at an index, and where it ends."""
        return _json.read(s, idx, self)


def scanstring(s, end, strict=True, /):
    """The string whose text begins at an index, after the quote, and where it ends."""
    decoder = JSONDecoder(strict=strict)
    if not isinstance(s, str):
        raise TypeError(f'first argument must be a string, not {type(s).__name__}')
    if not 0 <= end <= len(s):
        raise ValueError('end is out of bounds')
    if end == 0:
        value, after = decoder.raw_decode('"' + s)
        return value, after - 1
    return decoder.raw_decode(s[:end - 1] + '"' + s[end:], end - 1)


c_scanstring = py_scanstring = scanstring
