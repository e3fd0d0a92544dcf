"""Weak references: to objects that they do not keep alive.

The containers forget their dead entries when they are next looked through, or when there may be many.
"""

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType',
           'ProxyType', 'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref
from collections.abc import Mapping, MutableMapping, MutableSet

ProxyTypes = (ProxyType, CallableProxyType)
GenericAlias = type(list[int])


class WeakMethod(ref):
    """A weak reference to a bound method: it lives as long as the object that the method is bound to."""

    __slots__ = ('_function', '_class', '_alive', '__weakref__')

    def __new__(cls, meth, callback=None):
        try:
            obj, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def end(_):                     # of the object or of the function, whichever is first
            self = itself()
            if self is not None and self._alive:
                self._alive = False
                callback(self)
        end = end if callback is not None else None
        self = ref.__new__(cls, obj, end)
        self._function = ref(function, end)
        self._class = type(meth)
        self._alive = True
        itself = ref(self)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj, function = super().__call__(), self._function()
        return None if obj is None or function is None else self._class(function, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows the key it is stored under."""

    __slots__ = ('key',)

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _Purging:
    """What the containers share: their entries are in `data`, and some of them may be dead."""

    __slots__ = ()

    def _note_growth(self):
        if len(self.data) > self._limit:
            self._purge()
            self._limit = 2 * len(self.data) + 16

    def __len__(self):
        self._purge()
        return len(self.data)


class _WeakMapping(_Purging, MutableMapping):
    """What the mappings share beyond that."""

    __slots__ = ()

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    @staticmethod
    def _filled(made, *others):
        for other in others:
            made.update(other)
        return made

    def __or__(self, other):
        return self._filled(self.copy(), other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return self._filled(self.__class__(), other, self) if isinstance(other, Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    """A mapping whose values are not kept alive: an item goes with its value."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self._limit = 16
        self.update(other, **kw)

    def _purge(self):
        for key, reference in list(self.data.items()):
            if reference() is None:
                del self.data[key]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, None, key)
        self._note_growth()

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def keys(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    __iter__ = keys

    def values(self):
        for reference in list(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        """The weak references to the values; some may be dead by the time they are used."""
        yield from list(self.data.values())

    def valuerefs(self):
        """The weak references to the values, as a list."""
        return list(self.data.values())

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in dict(other).items() if not hasattr(other, 'items') else other.items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        """A WeakValueDictionary with the same items."""
        return self._filled(WeakValueDictionary(), self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.items():
            made[deepcopy(key, memo)] = value
        return made


class WeakKeyDictionary(_WeakMapping):
    """A mapping whose keys are not kept alive: an item goes with its key."""

    def __init__(self, dict=None):
        self.data = {}
        self._limit = 16
        if dict is not None:
            self.update(dict)

    def _purge(self):
        for reference in list(self.data):
            if reference() is None:
                del self.data[reference]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value
        self._note_growth()

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def keys(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    __iter__ = keys

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def values(self):
        for reference, value in list(self.data.items()):
            if reference() is not None:
                yield value

    def keyrefs(self):
        """The weak references to the keys, as a list."""
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            if not hasattr(dict, 'items'):
                dict = type({})(dict)
            for key, value in dict.items():
                self[key] = value
        if kwargs:
            self.update(kwargs)

    def copy(self):
        """A WeakKeyDictionary with the same items."""
        return self._filled(WeakKeyDictionary(), self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made


class WeakSet(_Purging, MutableSet):
    """A set whose items are not kept alive."""

    def __init__(self, data=None):
        self.data = set()
        self._limit = 16
        if data is not None:
            self.update(data)

    def _purge(self):
        for reference in list(self.data):
            if reference() is None:
                self.data.discard(reference)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def add(self, item):
        self.data.add(ref(item))
        self._note_growth()

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = reference()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(item) for item in other)
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self.data.intersection_update(ref(item) for item in other)
        return self

    def issubset(self, other):
        self._purge()
        return self.data.issubset(ref(item) for item in other)

    __le__ = issubset

    def __lt__(self, other):
        self._purge()
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        self._purge()
        return self.data.issuperset(ref(item) for item in other)

    __ge__ = issuperset

    def __gt__(self, other):
        self._purge()
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        self._purge()
        return self.data == set(map(ref, other))

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update(ref(item) for item in other)
        return self

    def union(self, other):
        return self.__class__(item for items in (self, other) for item in items)

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        self._purge()
        return repr(self.data)

    __class_getitem__ = classmethod(GenericAlias)


class finalize:
    """Calls a function when an object is gone, or, while atexit is true, at the end of the program."""

    __slots__ = ()

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    _registry = {}
    _shutdown = False
    _count = 0
    _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._count
        finalize._count += 1
        self._registry[self] = info

    def __call__(self, _=None):
        """Calls the function, unless that has been done, and gives its result."""
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def _described(self, obj, info):
        return obj, info.func, info.args, info.kwargs or {}

    def detach(self):
        """Gives (obj, func, args, kwargs) and is dead from then on; None if it was."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return self._described(obj, info)

    def peek(self):
        """Gives (obj, func, args, kwargs), or None if it is dead."""
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return self._described(obj, info)

    @property
    def alive(self):
        """Whether the function is still to be called."""
        info = self._registry.get(self)
        if info is not None:
            info.weakref()      # finds out, and calls the function then, if the object is gone
        return self in self._registry

    @property
    def atexit(self):
        """Whether the function is called at the end of the program."""
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'

    @classmethod
    def _exitfunc(cls):
        """Calls what is left, the newest first; what that makes, too."""
        import sys
        try:
            while pending := [(f, info) for f, info in cls._registry.items() if info.atexit]:
                f = max(pending, key=lambda item: item[1].index)[0]
                try:
                    f()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
