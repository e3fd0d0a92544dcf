"""The namespace of a class statement of an enumeration, which tells members from methods."""

import builtins

__name__ = 'enum'                       # what is defined here says that it is of that module
_absent = type('_auto_null', (), {'__repr__': lambda self: '_auto_null'})()
_SUNDERS = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
            '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_', '_use_args_')


class nonmember:
    """Protects an item from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes an item a member that would not be one."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that _generate_next_value_ chooses."""

    def __init__(self, value=_absent):
        self.value = value

    def __repr__(self):
        return f'auto({"_auto_null" if self.value is _absent else repr(self.value)})'


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(class_name, name):
    prefix = f'_{class_name}__'
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith('__')


def _is_inner_class(class_name, value):
    """Whether it is a class whose statement stands in the enumeration."""
    return isinstance(value, type) and f'.{value.__qualname__}'.endswith(f'.{class_name}.{value.__name__}')


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _bits(value):
    """Yields the powers of two that a number consists of."""
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _words(text):
    return text.replace(',', ' ').split() if isinstance(text, str) else list(text)


def bin(num, max_bits=None):
    """A number in base 2 with a digit for the sign: 0b0 1010, 0b1 0101."""
    ceiling = 2 ** num.bit_length()
    text = builtins.bin(num + ceiling) if num >= 0 else builtins.bin(~num ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    if num >= 0:
        sign = '0b0'
    else:
        sign = '0b1'
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


def show_flag_values(value):
    """A list of the powers of two in a flag."""
    return list(_bits(int(value)))


# --- the namespace of a class statement

class EnumDict(dict):
    """Keeps the names of members in order, and gives values to auto()."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    @property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (_is_descriptor(value) or _is_inner_class(self._cls_name, value)):
            value = self._add_member(key, value.value if isinstance(value, member) else value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            return staticmethod(self._generate_next_value)
        if key == '_ignore_':
            value = self._ignore = _words(value)
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        return value

    def _add_member(self, key, value):
        if key in self:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        if isinstance(value, auto):
            value = self._auto_value(key, value)
        elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            items = (self._auto_value(key, item) if isinstance(item, auto) else item for item in value)
            value = tuple(items) if type(value) is tuple else type(value)(*items)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _auto_value(self, key, item):
        if item.value is _absent:
            self._auto_called = True
            item.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        self._last_values.append(item.value)
        return item.value

    def update(self, members, **more):
        for name in members.keys() if hasattr(members, 'keys') else ():
            self[name] = members[name]
        if not hasattr(members, 'keys'):
            for name, value in members:
                self[name] = value
        for name, value in more.items():
            self[name] = value
