"""What kind of thing an object is, for the module inspect."""

import types

__name__ = 'inspect'                    # what is defined here says that it is of that module

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
CO_NOFREE, CO_HAS_DOCSTRING, CO_METHOD = 64, 0x4000000, 0x8000000
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def ispackage(object):
    """Whether it is a package."""
    return ismodule(object) and hasattr(object, '__path__')


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a method of an instance, written in Python."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    """Whether it is a function, or a method of an instance, written in C."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    """Whether it has __get__ but not __set__, and is no method, function or class."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') and not hasattr(kind, '__delete__')


def isdatadescriptor(object):
    """Whether it has __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def isgetsetdescriptor(object):
    """Whether it is a computed attribute of a class written in C."""
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    """Whether it is a stored attribute of a class written in C, or a slot."""
    return isinstance(object, types.MemberDescriptorType)


def ismethodwrapper(object):
    """Whether it is a special method of an instance, written in C."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def isabstract(object):
    """Whether it is an abstract class."""
    if not isinstance(object, type):
        return False
    if hasattr(object, '__abstractmethods__'):
        return bool(object.__abstractmethods__)
    if not hasattr(type(object), 'register'):
        return False
    # It is being made: what it has itself, then what its bases ask for.
    names = [*vars(object), *(name for base in object.__bases__ for name in getattr(base, '__abstractmethods__', ()))]
    return any(getattr(getattr(object, name, None), '__isabstractmethod__', False) for name in names)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether it can stand behind `await`."""
    from collections.abc import Awaitable
    return (isinstance(object, types.CoroutineType) or
            isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or
            isinstance(object, Awaitable))


def _has_flag(f, flag):
    import functools
    while ismethod(f) or isinstance(f, (functools.partial, functools.partialmethod)):
        f = f.__func__ if ismethod(f) else f.func
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calling it makes a generator."""
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether calling it makes a coroutine."""
    return _has_flag(obj, CO_COROUTINE) or getattr(getattr(obj, '__func__', obj), '_is_coroutine_mark', None) is _mark


def isasyncgenfunction(obj):
    """Whether calling it makes an asynchronous generator."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_mark = object()


def markcoroutinefunction(func):
    """Have iscoroutinefunction() say yes."""
    getattr(func, '__func__', func)._is_coroutine_mark = _mark
    return func
