"""Writing JSON."""

import _json

INFINITY = float('inf')


class JSONEncoder:
    """Writes values as JSON text; default() is asked for what JSON has not."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """Something that JSON has, in place of `o`."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """The JSON text of a value."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        return iter((_json.write(o, self),)) if _one_shot else _Pieces(self).value(o, '')


def encode_basestring(s, /):
    """A str as JSON writes it, other than ASCII as it is."""
    return _json.quote(s, False)


def encode_basestring_ascii(s, /):
    """A str as JSON writes it, in ASCII."""
    return _json.quote(s, True)


c_encode_basestring = py_encode_basestring = encode_basestring
c_encode_basestring_ascii = py_encode_basestring_ascii = encode_basestring_ascii


class _Pieces:
    """Walks over a value for one call of iterencode()."""

    def __init__(self, encoder):
        self.encoder = encoder
        self.ascii = bool(encoder.ensure_ascii)
        self.running = {} if encoder.check_circular else None
        indent = encoder.indent
        self.indent = indent if indent is None or isinstance(indent, str) else ' ' * indent

    def scalar(self, o):
        """The text of what holds nothing else; None for other values."""
        if isinstance(o, str):
            return _json.quote(o, self.ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return _json.write(o, self.encoder)
        return None

    def value(self, o, margin):
        text = self.scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.array(o, margin)
        elif isinstance(o, dict):
            yield from self.object(o, margin)
        else:
            self.enter(o)
            instead = self.encoder.default(o)
            try:
                yield from self.value(instead, margin)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(o).__name__} object')
                raise
            self.leave(o)

    def enter(self, o):
        if self.running is not None:
            if id(o) in self.running:
                raise ValueError('Circular reference detected')
            self.running[id(o)] = o

    def leave(self, o):
        if self.running is not None:
            del self.running[id(o)]

    def lines(self, margin):
        """What comes before an item and before the end of a container, and the margin of its items."""
        if self.indent is None:
            return '', '', margin
        return '\n' + margin + self.indent, '\n' + margin, margin + self.indent

    def array(self, items, margin):
        if not items:
            yield '[]'
            return
        self.enter(items)
        before, end, inner = self.lines(margin)
        start = '[' + before
        for index, item in enumerate(items):
            try:
                text = self.scalar(item)
                if text is not None:
                    yield start + text
                else:
                    yield start
                    yield from self.value(item, inner)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(items).__name__} item {index}')
                raise
            start = self.encoder.item_separator + before
        if end:
            yield end
        yield ']'
        self.leave(items)

    def key(self, key):
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (int, float)):
            return self.scalar(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def object(self, members, margin):
        if not members:
            yield '{}'
            return
        self.enter(members)
        yield '{'
        before, end, inner = self.lines(margin)
        start = before
        for key, value in sorted(members.items()) if self.encoder.sort_keys else members.items():
            text = self.key(key)
            if text is None:
                continue
            if start:
                yield start
            start = self.encoder.item_separator + before
            yield _json.quote(text, self.ascii)
            yield self.encoder.key_separator
            try:
                text = self.scalar(value)
                if text is not None:
                    yield text
                else:
                    yield from self.value(value, inner)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(members).__name__} item {key!r}')
                raise
        if start != before and end:
            yield end
        yield '}'
        self.leave(members)
