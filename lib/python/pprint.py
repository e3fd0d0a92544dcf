"""Values as text over several lines, where one is too short."""

import sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Print a value, to sys.stdout unless `stream` is given."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """A value as text."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() with the keys of dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The representation of a value that may contain itself."""
    return PrettyPrinter()._line(object, set(), 0)[0]


def isreadable(object):
    """Whether eval() reads the representation back."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether a value contains itself."""
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Sorts values of any types: by themselves where they can be compared, else by type and address."""

    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _sorted_items(dict):
    if all(type(key) is str for key in dict):
        return sorted(dict.items(), key=lambda pair: pair[0])
    return sorted(dict.items(), key=_pair_key)


_PLAIN = frozenset({int, str, float, bool, type(None), complex, bytes})


class PrettyPrinter:
    """Writes values within a width."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        """Print a value."""
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        """A value as text."""
        self._out = []
        self._recursive = False
        self._readable = True
        self._format(object, 0, 0, set(), 0)
        return ''.join(self._out)

    def isrecursive(self, object):
        """Whether a value contains itself."""
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        """Whether eval() reads the representation back."""
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text on one line, whether it can be read back, whether it contains itself); for subclasses to change."""
        return self._line(object, set(context), level)

    # --- on one line

    def _line(self, value, around, level):
        cls = type(value)
        if cls in _PLAIN:
            return f'{value:_d}' if cls is int and self._underscore_numbers else repr(value), True, False
        if cls.__repr__ in (dict.__repr__, list.__repr__, tuple.__repr__) and isinstance(value, (dict, list, tuple)):
            return self._line_of_container(value, around, level)
        text = repr(value)
        return text, bool(text) and not text.startswith('<'), False

    def _line_of_container(self, value, around, level):
        left, right = ('{', '}') if isinstance(value, dict) else ('[', ']') if isinstance(value, list) else ('(', ')')
        if not value:
            return left + right, True, False
        if self._depth and level >= self._depth:
            return left + '...' + right, False, id(value) in around
        if id(value) in around:
            return _recursion(value), False, True
        around.add(id(value))
        readable, recursive, pieces = True, False, []
        if isinstance(value, dict):
            items = _sorted_items(value) if self._sort_dicts else value.items()
        else:
            items = ((item,) for item in value)
        own = type(self).format is PrettyPrinter.format
        for item in items:
            texts = []
            for part in item:
                text, part_readable, part_recursive = (
                    self._line(part, around, level + 1) if own else self.format(part, around, self._depth, level + 1))
                texts.append(text)
                readable &= part_readable
                recursive |= part_recursive
            pieces.append(': '.join(texts))
        around.discard(id(value))
        if left == '(' and len(pieces) == 1:
            right = ',)'
        return left + ', '.join(pieces) + right, readable, recursive

    # --- on several lines

    def _format(self, value, indent, allowance, around, level):
        if id(value) in around:
            self._out.append(_recursion(value))
            return
        text = self.format(value, around, self._depth, level)[0]
        if len(text) > self._width - indent - allowance:
            method = _methods.get(type(value).__repr__) or self._late_method(value)
            if method is not None:
                around.add(id(value))
                method(self, value, indent, allowance, around, level + 1)
                around.discard(id(value))
                return
        self._out.append(text)

    def _late_method(self, value):
        """The method for a type of a module that need not have been imported."""
        cls = type(value)
        name = {'OrderedDict': _format_ordered_dict, 'defaultdict': _format_default_dict, 'Counter': _format_counter,
                'deque': _format_deque, 'ChainMap': _format_chain_map, 'UserDict': _format_user_data,
                'UserList': _format_user_data, 'UserString': _format_user_data}.get(cls.__name__) if cls.__module__ == 'collections' else None
        if name is not None:
            return name
        if cls.__repr__ is type(getattr(sys, 'implementation', None)).__repr__:
            return _format_namespace
        if hasattr(value, '__dataclass_fields__') and not isinstance(value, type) and cls.__dataclass_params__.repr and \
                '__dataclass_fields__' in vars(cls) and _is_generated(vars(cls).get('__repr__')):
            return _format_dataclass
        return None

    def _format_dict(self, value, indent, allowance, around, level):
        self._out.append('{' + (self._indent_per_level - 1) * ' ')
        if value:
            items = _sorted_items(value) if self._sort_dicts else value.items()
            self._format_pairs(items, len(value), indent, allowance + 1, around, level)
        self._out.append('}')

    def _format_pairs(self, items, count, indent, allowance, around, level):
        indent += self._indent_per_level
        for i, (key, item) in enumerate(items):
            if i:
                self._out.append(',\n' + ' ' * indent)
            text = self.format(key, around, self._depth, level)[0]
            self._out.append(text + ': ')
            self._format(item, indent + len(text) + 2, allowance if i == count - 1 else 1, around, level)

    def _format_fields(self, pairs, indent, allowance, around, level):
        for i, (name, item) in enumerate(pairs):
            if i:
                self._out.append(',\n' + ' ' * indent)
            self._out.append(name + '=')
            if id(item) in around:
                self._out.append('...')
            else:
                self._format(item, indent + len(name) + 1, allowance if i == len(pairs) - 1 else 1, around, level)

    def _format_items(self, items, indent, allowance, around, level):
        items = list(items)
        indent += self._indent_per_level
        self._out.append((self._indent_per_level - 1) * ' ')
        new_line = ',\n' + ' ' * indent
        separator = ''
        room = most = self._width - indent + 1
        for i, item in enumerate(items):
            is_last = i == len(items) - 1
            if self._compact:
                if is_last:
                    room, most = room - allowance, most - allowance
                text = self.format(item, around, self._depth, level)[0]
                width = len(text) + 2
                if room < width:
                    room = most
                    separator = separator and new_line
                if room >= width:
                    room -= width
                    self._out.append(separator + text)
                    separator = ', '
                    continue
            self._out.append(separator)
            separator = new_line
            self._format(item, indent, allowance if is_last else 1, around, level)

    def _format_list(self, value, indent, allowance, around, level):
        self._out.append('[')
        self._format_items(value, indent, allowance + 1, around, level)
        self._out.append(']')

    def _format_tuple(self, value, indent, allowance, around, level):
        end = ',)' if len(value) == 1 else ')'
        self._out.append('(')
        self._format_items(value, indent, allowance + len(end), around, level)
        self._out.append(end)

    def _format_set(self, value, indent, allowance, around, level):
        if not value:
            self._out.append(repr(value))
            return
        begin, end = '{', '}'
        if type(value) is not set:
            begin, end = type(value).__name__ + '({', '})'
            indent += len(begin) - 1
        self._out.append(begin)
        self._format_items(sorted(value, key=_Key), indent, allowance + len(end), around, level)
        self._out.append(end)

    def _format_str(self, value, indent, allowance, around, level):
        if not value:
            self._out.append(repr(value))
            return
        if level == 1:
            indent += 1
            allowance += 1
        pieces = []
        lines = value.splitlines(True)
        room = self._width - indent
        for i, line in enumerate(lines):
            is_last = i == len(lines) - 1
            text = repr(line)
            if len(text) <= room - (allowance if is_last else 0):
                pieces.append(text)
            else:
                pieces.extend(_broken(line, room, allowance if is_last else 0))
        if len(pieces) == 1:
            self._out.append(pieces[0])
            return
        joined = ('\n' + ' ' * indent).join(pieces)
        self._out.append(f'({joined})' if level == 1 else joined)

    def _format_bytes(self, value, indent, allowance, around, level):
        if len(value) <= 4:
            self._out.append(repr(value))
            return
        brackets = level == 1
        if brackets:
            indent += 1
            allowance += 1
        joined = ('\n' + ' ' * indent).join(_bytes_pieces(value, self._width - indent, allowance))
        self._out.append(f'({joined})' if brackets else joined)

    def _format_bytearray(self, value, indent, allowance, around, level):
        self._out.append('bytearray(')
        self._format_bytes(bytes(value), indent + 10, allowance + 1, around, level + 1)
        self._out.append(')')

    def _format_proxy(self, value, indent, allowance, around, level):
        self._out.append('mappingproxy(')
        self._format(value.copy(), indent + 13, allowance + 1, around, level)
        self._out.append(')')


def _recursion(value):
    return f'<Recursion on {type(value).__name__} with id={id(value)}>'


def _broken(line, room, allowance):
    """A line in pieces that end with blanks and fit."""
    words, start = [], 0
    for i in range(1, len(line) + 1):
        if i == len(line) or line[i - 1].isspace() and not line[i].isspace():
            words.append(line[start:i])
            start = i
    current = ''
    for i, word in enumerate(words):
        width = room - (allowance if i == len(words) - 1 else 0)
        if current and len(repr(current + word)) > width:
            yield repr(current)
            current = word
        else:
            current += word
    if current:
        yield repr(current)


def _bytes_pieces(value, width, allowance):
    current = b''
    last = len(value) // 4 * 4
    for i in range(0, len(value), 4):
        part = value[i:i + 4]
        candidate = current + part
        if i == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)


# --- types of collections, dataclasses, namespaces

def _is_generated(method):
    return getattr(getattr(method, '__code__', None), 'co_filename', None) == '<string>'


def _format_ordered_dict(self, value, indent, allowance, around, level):
    if not value:
        self._out.append(repr(value))
        return
    name = type(value).__name__
    self._out.append(name + '(')
    self._format(list(value.items()), indent + len(name) + 1, allowance + 1, around, level)
    self._out.append(')')


def _format_default_dict(self, value, indent, allowance, around, level):
    if not value:
        self._out.append(repr(value))
        return
    name = type(value).__name__
    factory = self.format(value.default_factory, around, self._depth, level)[0]
    indent += len(name) + 1
    self._out.append(f'{name}({factory},\n{" " * indent}')
    self._format_dict(value, indent, allowance + 1, around, level)
    self._out.append(')')


def _format_counter(self, value, indent, allowance, around, level):
    if not value:
        self._out.append(repr(value))
        return
    name = type(value).__name__
    self._out.append(name + '({' + (self._indent_per_level - 1) * ' ')
    self._format_pairs(value.most_common(), len(value), indent + len(name) + 1, allowance + 2, around, level)
    self._out.append('})')


def _format_deque(self, value, indent, allowance, around, level):
    if not value:
        self._out.append(repr(value))
        return
    name = type(value).__name__
    indent += len(name) + 1
    self._out.append(name + '([')
    self._format_items(value, indent, allowance + 2 if value.maxlen is None else 2, around, level)
    if value.maxlen is None:
        self._out.append('])')
    else:
        self._out.append(f'],\n{" " * indent}maxlen={value.maxlen})')


def _format_chain_map(self, value, indent, allowance, around, level):
    if not value.maps:
        self._out.append(repr(value))
        return
    name = type(value).__name__
    self._out.append(name + '(')
    indent += len(name) + 1
    for map in value.maps[:-1]:
        self._format(map, indent, 1, around, level)
        self._out.append(',\n' + ' ' * indent)
    self._format(value.maps[-1], indent, allowance + 1, around, level)
    self._out.append(')')


def _format_user_data(self, value, indent, allowance, around, level):
    self._format(value.data, indent, allowance, around, level - 1)


def _format_dataclass(self, value, indent, allowance, around, level):
    name = type(value).__qualname__
    pairs = [(field.name, getattr(value, field.name)) for field in value.__dataclass_fields__.values()
             if field.repr and repr(field._field_type) == '_FIELD']
    self._out.append(name + '(')
    self._format_fields(pairs, indent + len(name) + 1, allowance, around, level)
    self._out.append(')')


def _format_namespace(self, value, indent, allowance, around, level):
    name = 'namespace' if type(value).__name__ == 'SimpleNamespace' else type(value).__name__
    self._out.append(name + '(')
    self._format_fields(list(vars(value).items()), indent + len(name) + 1, allowance, around, level)
    self._out.append(')')


_methods = {
    dict.__repr__: PrettyPrinter._format_dict, list.__repr__: PrettyPrinter._format_list,
    tuple.__repr__: PrettyPrinter._format_tuple, set.__repr__: PrettyPrinter._format_set,
    frozenset.__repr__: PrettyPrinter._format_set, str.__repr__: PrettyPrinter._format_str,
    bytes.__repr__: PrettyPrinter._format_bytes, bytearray.__repr__: PrettyPrinter._format_bytearray,
    type(type.__dict__).__repr__: PrettyPrinter._format_proxy,
}
