"""Names for built-in types that have none in builtins, and help for making classes."""

from _types import (AsyncGeneratorType, BuiltinFunctionType, BuiltinMethodType, CellType,
                    ClassMethodDescriptorType, CodeType, CoroutineType, EllipsisType, FunctionType,
                    GeneratorType, GenericAlias, GetSetDescriptorType, LambdaType, MappingProxyType,
                    MemberDescriptorType, MethodDescriptorType, MethodType, ModuleType, NoneType,
                    NotImplementedType, SimpleNamespace, TracebackType, UnionType, WrapperDescriptorType,
                    _make_awaitable)

MethodWrapperType = type(object().__str__)


def _frame_type():
    try:
        raise TypeError
    except TypeError as exception:
        return type(exception.__traceback__.tb_frame)


FrameType = _frame_type()
del _frame_type

__all__ = [name for name in globals() if not name.startswith('_')]
__all__.sort()


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement does; exec_body fills its namespace."""
    resolved = resolve_bases(bases)
    metaclass, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return metaclass(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """The bases with those that are no classes replaced by what their __mro_entries__ says (PEP 560)."""
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
        changed = True
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace it prepares and the other keywords for a class with these bases."""
    kwds = {} if kwds is None else dict(kwds)
    metaclass = kwds.pop('metaclass') if 'metaclass' in kwds else type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = _most_derived(metaclass, bases)
    prepare = getattr(metaclass, '__prepare__', None)
    return metaclass, {} if prepare is None else prepare(name, bases, **kwds), kwds


def _most_derived(metaclass, bases):
    for base in bases:
        other = type(base)
        if issubclass(other, metaclass):
            metaclass = other
        elif not issubclass(metaclass, other):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) '
                            'subclass of the metaclasses of all its bases')
    return metaclass


def get_original_bases(cls, /):
    """The bases as they were written, before __mro_entries__ replaced some."""
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}') from None


class DynamicClassAttribute:
    """A property of instances that leaves the same name of the class to the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        doc = fget.__doc__ if self.overwrite_doc else None
        made = type(self)(fget, self.fset, self.fdel, doc or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def setter(self, fset):
        made = type(self)(self.fget, fset, self.fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def deleter(self, fdel):
        made = type(self)(self.fget, self.fset, fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


class _GeneratorWrapper:
    """Around a generator-like object of a function that is no generator function: can be awaited."""

    def __init__(self, gen):
        self.__wrapped = gen
        self.__name__ = getattr(gen, '__name__', None)
        self.__qualname__ = getattr(gen, '__qualname__', None)

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if isinstance(self.__wrapped, GeneratorType) else self

    __await__ = __iter__

    def __getattr__(self, name):
        if name[:3] in ('gi_', 'cr_'):
            name = 'gi_yieldfrom' if name == 'cr_await' else 'gi' + name[2:]
            return getattr(self.__wrapped, name)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __dir__(self):
        return [*object.__dir__(self), 'gi_code', 'gi_frame', 'gi_running', 'gi_yieldfrom', 'cr_code', 'cr_frame', 'cr_running',
                'cr_await']


def coroutine(func):
    """Lets what a generator function makes be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if func.__class__ is FunctionType:
        flags = func.__code__.co_flags
        if flags & 0x180:               # CO_COROUTINE, CO_ITERABLE_COROUTINE
            return func
        if flags & 0x20:                # CO_GENERATOR
            return _make_awaitable(func)

    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if type(result) is CoroutineType or type(result) is GeneratorType and result.gi_code.co_flags & 0x100:
            return result
        if hasattr(result, 'send') and hasattr(result, 'throw') and hasattr(result, 'close'):
            return result if hasattr(result, '__await__') else _GeneratorWrapper(result)
        return result
    return wrapped


__all__ += ['new_class', 'resolve_bases', 'prepare_class', 'get_original_bases', 'DynamicClassAttribute',
            'coroutine']
