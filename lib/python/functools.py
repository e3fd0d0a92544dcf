"""Functions of functions: wrappers, caches, partial calls, dispatch by type."""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
           'singledispatchmethod', 'cached_property', 'Placeholder']

from _functools import Placeholder, _PlaceholderType, _lru_cache_wrapper, cmp_to_key, partial, reduce

GenericAlias = type(list[int])
UnionType = type(int | str)

# --- wrappers

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotate__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper function look like the function that it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, because the update may have brought the wrapped function's own.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator for wrapper functions that calls update_wrapper()."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering: each comparison from one of the others

def _derived(name, combine):
    def make(given):
        given_name = f'__{given}__'

        def method(self, other):
            result = getattr(type(self), given_name)(self, other)
            return result if result is NotImplemented else combine(result, self, other)
        method.__name__ = f'__{name}__'
        method.__qualname__ = f'_{name}_from_{given}'
        method.__doc__ = f'Return the answer of {name}, made from that of {given}.'
        return method
    return make


def _opposite(result, self, other):
    return not result


def _or_equal(result, self, other):
    return result or self == other


def _and_unequal(result, self, other):
    return result and self != other


def _opposite_and_unequal(result, self, other):
    return not result and self != other


def _opposite_or_equal(result, self, other):
    return not result or self == other


_derivations = {
    'lt': {'gt': _opposite_and_unequal, 'le': _or_equal, 'ge': _opposite},
    'le': {'ge': _opposite_or_equal, 'lt': _and_unequal, 'gt': _opposite},
    'gt': {'lt': _opposite_and_unequal, 'ge': _or_equal, 'le': _opposite},
    'ge': {'le': _opposite_or_equal, 'gt': _and_unequal, 'lt': _opposite},
}


def total_ordering(cls):
    """Class decorator that adds the missing ordering methods to a class that has at least one."""
    present = {name for name in _derivations
               if getattr(cls, f'__{name}__') is not getattr(object, f'__{name}__')}
    if not present:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    given = next(name for name in ('lt', 'le', 'gt', 'ge') if name in present)
    for name, combine in _derivations[given].items():
        if name not in present:
            setattr(cls, f'__{name}__', _derived(name, combine)(given))
    return cls


# --- caches

_CacheInfo = None


def _cache_info(*counts):
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
    return _CacheInfo(*counts)


def lru_cache(maxsize=128, typed=False):
    """Decorator that keeps the results of the `maxsize` calls made last; of all calls if it is None."""
    function = None
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(function):
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)
    return decorating_function if function is None else decorating_function(function)


def cache(user_function, /):
    """Decorator that keeps the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """An attribute that is computed by a method when first read, and then kept in the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{self.attrname!r} property.') from None
        value = attributes.get(self.attrname, self)
        if value is self:
            value = self.func(instance)
            try:
                attributes[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not "
                                f'support item assignment for caching {self.attrname!r} property.') from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# --- partialmethod

class partialmethod:
    """A method with some of its arguments given; the function may be any descriptor."""

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            # As partial does: one layer, with the places filled in.
            if any(value is Placeholder for value in keywords.values()):
                raise TypeError('Placeholder cannot be passed as a keyword argument')
            inner = partial(_nothing, *func.args, **func.keywords)
            merged = partial(inner, *args, **keywords)
            self.func, self.args, self.keywords = func.func, merged.args, merged.keywords
            return
        if not callable(func) and getattr(func, '__get__', None) is None:
            raise TypeError(f'the first argument {func!r} must be a callable or a descriptor')
        merged = partial(_nothing, *args, **keywords)
        self.func, self.args, self.keywords = func, merged.args, merged.keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f'{type(self).__module__}.{type(self).__qualname__}({", ".join(parts)})'

    def _unbound(self):
        # The object takes the first place; the places kept are those of the arguments behind it.
        def method(self_or_cls, /, *args, **keywords):
            bound = partial(partial(function, self_or_cls), *given, **named)
            return bound(*args, **keywords)
        function, given, named = self.func, self.args, self.keywords
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.__partialmethod__ = self
        return method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not isinstance(self.func, partial):
            function = get(obj, cls)
            if function is not self.func:
                result = partial(function, *self.args, **self.keywords)
                owner = getattr(function, '__self__', None)
                if owner is not None:
                    result.__self__ = owner
                return result
        return self._unbound().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


def _nothing(*args, **keywords):
    pass


# --- singledispatch

def _merge_orders(orders):
    """The C3 linearisation of several orders of classes."""
    merged = []
    orders = [list(order) for order in orders if order]
    while orders:
        for order in orders:
            first = order[0]
            if not any(first in other[1:] for other in orders):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        merged.append(first)
        for order in orders:
            if order[0] is first:
                del order[0]
        orders = [order for order in orders if order]
    return merged


def _order_with_abcs(cls, abcs):
    """The mro of cls with abstract classes inserted that it implements without inheriting from them."""
    for start, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            start = len(cls.__bases__) - start
            break       # behind the last base that is abstract itself
    else:
        start = 0
    abcs = list(abcs)
    explicit, others = list(cls.__bases__[:start]), list(cls.__bases__[start:])
    own = [abc for abc in abcs
           if issubclass(cls, abc) and not any(issubclass(base, abc) for base in cls.__bases__)]
    abcs = [abc for abc in abcs if abc not in own]
    return _merge_orders([[cls], *(_order_with_abcs(base, abcs) for base in explicit),
                          *(_order_with_abcs(base, abcs) for base in own),
                          *(_order_with_abcs(base, abcs) for base in others), explicit, own, others])


def _order(cls, registered):
    """The mro of cls with those of the registered classes in it that it implements."""
    bases = set(cls.__mro__)
    related = [t for t in registered if t not in bases and hasattr(t, '__mro__')
               and not isinstance(t, GenericAlias) and issubclass(cls, t)]
    # One that others of them inherit from comes with those.
    related = [t for t in related if not any(other is not t and t in other.__mro__ for other in related)]
    order = []
    for t in related:
        subclasses = [[c for c in sub.__mro__ if c in registered] for sub in t.__subclasses__()
                      if sub not in bases and issubclass(cls, sub)]
        found = sorted(filter(None, subclasses), key=len, reverse=True)
        for c in (c for classes in found for c in classes) if found else (t,):
            if c not in order:
                order.append(c)
        if found and t not in order:
            order.append(t)
    return _order_with_abcs(cls, order)


def _find_implementation(cls, registry):
    match = None
    for t in _order(cls, registry):
        if match is not None:
            # Two abstract classes that know nothing of each other: the choice would be arbitrary.
            if (t in registry and t not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, t)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {t}')
            break
        if t in registry:
            match = t
    return registry.get(match)


def _is_class(cls):
    return isinstance(cls, type) and not isinstance(cls, GenericAlias)


def _is_dispatch_type(cls):
    return _is_class(cls) or (isinstance(cls, UnionType) and all(map(_is_class, cls.__args__)))


def _annotated_class(function):
    annotations = getattr(function, '__annotations__', {})
    if not annotations:
        raise TypeError(f'Invalid first argument to `register()`: {function!r}. Use either '
                        '`@register(some_class)` or plain `@register` on an annotated function.')
    name, cls = next(iter(annotations.items()))
    if isinstance(cls, str):
        try:
            cls = eval(cls, getattr(function, '__globals__', {}))
        except NameError:
            raise TypeError(f'Invalid annotation for {name!r}. ForwardRef({cls!r}) is an unresolved forward '
                            'reference.') from None
    if cls is None:
        cls = type(None)
    if not _is_dispatch_type(cls):
        if isinstance(cls, UnionType):
            raise TypeError(f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')
        raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
    return cls


def singledispatch(func):
    """Makes a function generic: the type of the first argument chooses the implementation."""
    registry, found = {}, {}
    token = None

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal token
        if token is not None and token != (now := _abc_token()):
            found.clear()
            token = now
        try:
            return found[cls]
        except KeyError:
            pass
        try:
            implementation = registry[cls]
        except KeyError:
            implementation = _find_implementation(cls, registry)
        found[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Registers an implementation for a class, or for the members of a union."""
        nonlocal token
        if _is_dispatch_type(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError('Invalid first argument to `register()`. '
                                f'{cls!r} is not a class or union type.')
            func = cls
            cls = _annotated_class(func)
        for t in cls.__args__ if isinstance(cls, UnionType) else (cls,):
            registry[t] = func
            if token is None and hasattr(t, '__abstractmethods__'):
                token = _abc_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type.__dict__['__dict__'].__get__(type('_', (), {})).__class__(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


def _abc_token():
    from abc import get_cache_token
    return get_cache_token()


class singledispatchmethod:
    """A generic method: the type of the first argument behind self or cls chooses the implementation."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Registers an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _BoundDispatch(self, obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __repr__(self):
        return f'<single dispatch method descriptor {_function_name(self.func)}>'


def _function_name(function):
    try:
        return function.__qualname__
    except AttributeError:
        return getattr(function, '__name__', '?')


class _BoundDispatch:
    """What reading a singledispatchmethod from an object or a class gives."""

    def __init__(self, method, obj, cls):
        self._method = method
        self._obj = obj
        self._cls = cls
        try:
            self.__module__ = method.func.__module__
        except AttributeError:
            pass
        try:
            self.__doc__ = method.func.__doc__
        except AttributeError:
            self.__doc__ = None

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self._method.func, '__name__', 'singledispatchmethod method')
            raise TypeError(f'{name} requires at least 1 positional argument')
        implementation = self._method.dispatcher.dispatch(args[0].__class__)
        if hasattr(implementation, '__get__'):
            implementation = implementation.__get__(self._obj, self._cls)
        return implementation(*args, **kwargs)

    def __getattr__(self, name):
        # What update_wrapper() would copy is read from the function when asked for.
        if name not in {'__name__', '__qualname__', '__isabstractmethod__', '__annotations__',
                        '__type_params__'}:
            raise AttributeError
        return getattr(self._method.func, name)

    @property
    def __wrapped__(self):
        return self._method.func

    @property
    def register(self):
        return self._method.register

    def __repr__(self):
        name = _function_name(self._method.func)
        if self._obj is None:
            return f'<single dispatch method {name}>'
        return f'<bound single dispatch method {name} of {self._obj!r}>'
