"""Calls as mocks record them, and objects that are only themselves."""

__name__ = 'unittest.mock'              # what is defined here says that it is of that module


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Its attributes are objects that are equal to themselves alone."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = object.__hash__


ANY = _ANY()


def _parts(value):
    """(name, arguments, keyword arguments) of what may be a shorter tuple; None if it is no call."""
    name, args, kwargs = '', (), {}
    if len(value) > 3:
        return None
    if len(value) == 3:
        return tuple(value)
    if len(value) == 1:
        first, = value
        if isinstance(first, tuple):
            args = first
        elif isinstance(first, str):
            name = first
        else:
            kwargs = first
    elif len(value) == 2:
        first, second = value
        if not isinstance(first, str):
            args, kwargs = first, second
        elif isinstance(second, tuple):
            name, args = first, second
        else:
            name, kwargs = first, second
    return name, args, kwargs


class _Call(tuple):
    """A call: (arguments, keyword arguments), or these behind a name."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        found, args, kwargs = _parts(value)
        if len(value) != 3:
            found = found or name
        return tuple.__new__(cls, (args, kwargs) if two else (found, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            theirs = _parts(other)
        except TypeError:
            return NotImplemented
        if theirs is None:
            return False
        mine = ('', *self) if len(self) == 2 else tuple(self)
        parents = getattr(self, '_mock_parent', None), getattr(other, '_mock_parent', None)
        if all(parent is not None for parent in parents) and parents[0] != parents[1]:
            return False
        if mine[0] and theirs[0] != mine[0]:
            return False
        return tuple(theirs[1:]) == tuple(mine[1:])

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        name = self._mock_name + '()'
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, attr):
        if attr.startswith('_mock'):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__:      # these are calls as well
            return self.__getattr__(attr)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        """The positional arguments."""
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        """The keyword arguments."""
        return self[1] if len(self) == 2 else self[2]

    def call_list(self):
        """The calls of a chain, the first one first."""
        calls, at = [], self
        while at is not None:
            if at._mock_from_kall:
                calls.append(at)
            at = at._mock_parent
        return _CallList(reversed(calls))

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        name, args, kwargs = ('call', *self) if len(self) == 2 else self
        if len(self) == 3:
            name = 'call' + name if name.startswith('()') else f'call.{name}' if name else 'call'
        return f'{name}({", ".join([*map(repr, args), *(f"{key}={value!r}" for key, value in kwargs.items())])})'


call = _Call(from_kall=False)


class _CallList(list):
    """Calls; `in` looks for a list of calls one after the other as well."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[k:k + size] == value for k in range(len(self) - size + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))
