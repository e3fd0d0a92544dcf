"""More containers: deque, defaultdict, OrderedDict, namedtuple, Counter, ChainMap, UserDict, UserList,
UserString.

The last four are in a module of their own, which is imported when one of them is asked for.
"""

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']

import sys as _sys

from keyword import iskeyword as _iskeyword

from _collections import OrderedDict, _count_elements, _tuplegetter, defaultdict, deque


def __getattr__(name):
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from collections import _user
        globals().update({each: getattr(_user, each) for each in _user.__all__})
        return globals()[name]
    if name == 'abc':
        import collections.abc
        return collections.abc
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted({*globals(), *__all__, 'abc'})


# --- namedtuple

def _check_names(typename, field_names, rename):
    for name in (typename, *field_names):
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if _iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def _rename(field_names):
    seen = set()
    for i, name in enumerate(field_names):
        if not name.isidentifier() or _iskeyword(name) or name.startswith('_') or name in seen:
            field_names[i] = f'_{i}'
        seen.add(name)
    return field_names


def _new_function(typename, names, defaults):
    """__new__ of a namedtuple: a function with these parameters, for the sake of its errors and its signature."""
    listed = ', '.join(names)
    parameters = f'_cls, {listed}' if names else '_cls'
    values = f'({listed},)' if names else '()'
    __new__ = eval(f'lambda {parameters}: _tuple_new(_cls, {values})',
                   {'_tuple_new': tuple.__new__, '__builtins__': {}, '__name__': f'namedtuple_{typename}'})
    __new__.__name__ = '__new__'
    __new__.__doc__ = f'Create new instance of {typename}({listed})'
    if defaults is not None:
        __new__.__defaults__ = defaults
    return __new__


def _named_methods(typename, names):
    """The other methods of a namedtuple, in the order of its namespace."""
    tuple_new, count = tuple.__new__, len(names)

    @classmethod
    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if tuple.__len__(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result
    _make.__func__.__doc__ = f'Makes a {typename} of the items of an iterable.'

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, names, self))
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result
    _replace.__doc__ = f'Makes a {typename} with other values in some fields.'

    form = f'({", ".join(name + "=%r" for name in names)})'

    def __repr__(self):
        """The name of the class and the fields with their values."""
        return self.__class__.__name__ + form % tuple.__getitem__(self, slice(None))

    def _asdict(self):
        """A dict of the fields and their values."""
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        """What a copy is made of."""
        return tuple(self)

    return {'_make': _make, '__replace__': _replace, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
            '__getnewargs__': __getnewargs__}


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a subclass of tuple whose items are also attributes."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = list(map(str, field_names))
    typename = _sys.intern(str(typename))
    if rename:
        field_names = _rename(field_names)
    _check_names(typename, field_names, rename)
    names = tuple(map(_sys.intern, field_names))
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
    methods = {'__new__': _new_function(typename, names, defaults), **_named_methods(typename, names)}
    for method in methods.values():
        function = getattr(method, '__func__', method)
        function.__qualname__ = f'{typename}.{function.__name__}'
    namespace = {
        '__doc__': f'{typename}({", ".join(names)})',
        '__slots__': (),
        '_fields': names,
        '_field_defaults': dict(zip(names[len(names) - len(defaults or ()):], defaults or ())),
        **methods,
        '__match_args__': names,
    }
    for index, name in enumerate(names):
        namespace[name] = _tuplegetter(index, _sys.intern(f'Alias for field number {index}'))
    result = type(typename, (tuple,), namespace)
    if module is None:
        module = _calling_module()
    if module is not None:
        result.__module__ = module
    return result


def _calling_module():
    """The name of the module that called namedtuple()."""
    try:
        return _sys._getframe(2).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


# --- Counter

class Counter(dict):
    """A dict of how often things were counted. Things that were not are there 0 times."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """Pairs of thing and count, those counted most often first; all, or n of them."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=_count_of)

    def elements(self):
        """An iterator that gives each thing as often as it was counted."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Adds counts: those of a mapping, 1 for each item of another iterable, and those of the keywords."""
        if iterable is not None:
            if _is_mapping(iterable):
                if self:
                    get = self.get
                    for element, count in iterable.items():
                        self[element] = count + get(element, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away, like update(); they may become negative."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A Counter with the same counts."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        """Forgets a thing; no error when it was not counted."""
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)          # counts that do not compare
        return f'{self.__class__.__name__}({shown!r})'

    # Comparisons take what is missing as 0.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[element] == other[element] for counter in (self, other) for element in counter)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[element] <= other[element] for counter in (self, other) for element in counter)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[element] >= other[element] for counter in (self, other) for element in counter)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Arithmetic keeps positive counts only.

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive_counts(self, other, ((key, count + other[key]) for key, count in self.items()), 1)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive_counts(self, other, ((key, count - other[key]) for key, count in self.items()), -1)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        pairs = ((key, others if count < (others := other[key]) else count) for key, count in self.items())
        return _positive_counts(self, other, pairs, 1)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        pairs = ((key, count if count < (others := other[key]) else others) for key, count in self.items())
        return _positive_counts(self, {}, pairs, 1)

    def __pos__(self):
        return _positive_counts(self, {}, self.items(), 1)

    def __neg__(self):
        return _positive_counts(self, {}, ((key, 0 - count) for key, count in self.items()), 1)

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()


def _count_of(item):
    return item[1]


def _is_mapping(obj):
    if isinstance(obj, dict):
        return True
    if isinstance(obj, (str, list, tuple)):
        return False
    from collections.abc import Mapping
    return isinstance(obj, Mapping)


def _positive_counts(counter, other, pairs, sign):
    """A Counter of the pairs with counts above 0, then of those of `other`, times sign, that `counter` has no counts for."""
    result = Counter()
    for element, count in pairs:
        if count > 0:
            result[element] = count
    for element, count in other.items():
        if element not in counter and (count > 0 if sign > 0 else count < 0):
            result[element] = count if sign > 0 else 0 - count
    return result
