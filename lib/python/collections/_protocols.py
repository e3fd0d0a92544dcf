"""The abstract base classes of collections.abc that are about one or a few methods."""

from abc import ABCMeta, abstractmethod, _hook

__name__ = 'collections.abc'            # the module that the classes say they are from

GenericAlias = type(list[int])


# --- one method

class Hashable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _hook('__hash__')


class Awaitable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _hook('__await__')

    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _hook('__aiter__')

    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):

    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """Gives the next item; raises StopAsyncIteration at the end."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _hook('__anext__', '__aiter__')


class Iterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _hook('__iter__')

    __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):

    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """Gives the next item; raises StopIteration at the end."""
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _hook('__iter__', '__next__')


class Reversible(Iterable):

    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _hook('__reversed__', '__iter__')


class Sized(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _hook('__len__')


class Container(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _hook('__contains__')

    __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):

    __slots__ = ()

    __subclasshook__ = _hook('__len__', '__iter__', '__contains__')


class Buffer(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError

    __subclasshook__ = _hook('__buffer__')


# --- Callable, and Callable[[X, Y], Z]

class _CallableGenericAlias(GenericAlias):
    """Callable[argtypes, resulttype]: __args__ is the flat tuple of both."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        arguments, result = args
        if isinstance(arguments, (tuple, list)):
            args = (*arguments, result)
        elif not _stands_for_arguments(arguments):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, or Concatenate. '
                            f'Got {arguments}')
        return super().__new__(cls, origin, args)

    def __repr__(self):
        if len(self.__args__) == 2 and _stands_for_arguments(self.__args__[0]):
            return super().__repr__()
        arguments, result = self.__args__[:-1], self.__args__[-1]
        return f'collections.abc.Callable[[{", ".join(map(_type_repr, arguments))}], {_type_repr(result)}]'

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _stands_for_arguments(args[0])):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)

    def __getitem__(self, item):
        new = super().__getitem__(item if isinstance(item, tuple) else (item,)).__args__
        if not isinstance(new[0], (tuple, list)) and not (len(new) == 2 and _stands_for_arguments(new[0])):
            new = (new[:-1], new[-1])
        return _CallableGenericAlias(Callable, tuple(new))


def _stands_for_arguments(obj):
    """Whether it may stand in place of the list of argument types."""
    if obj is Ellipsis:
        return True
    if isinstance(obj, list):
        return True
    cls = type(obj)
    return cls.__module__ == 'typing' and cls.__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


def _type_repr(obj):
    if obj is Ellipsis:
        return '...'
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    return repr(obj)


class Callable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _hook('__call__')

    __class_getitem__ = classmethod(_CallableGenericAlias)


# --- generators

class Coroutine(Awaitable):

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Resumes with a value; gives what is yielded next, or raises StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Resumes by an exception; gives what is yielded next, or raises StopIteration."""
        raise _exception(typ, val, tb)

    def close(self):
        """Makes it end by a GeneratorExit."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError('coroutine ignored GeneratorExit')

    __subclasshook__ = _hook('__await__', 'send', 'throw', 'close')


def _exception(typ, val, tb):
    if val is None:
        if tb is None:
            return typ if isinstance(typ, BaseException) else typ()
        val = typ()
    return val if tb is None else val.with_traceback(tb)


class Generator(Iterator):

    __slots__ = ()

    def __next__(self):
        """Gives the next item; raises StopIteration at the end."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Resumes with a value; gives what is yielded next, or raises StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Resumes by an exception; gives what is yielded next, or raises StopIteration."""
        raise _exception(typ, val, tb)

    def close(self):
        """Makes it end by a GeneratorExit."""
        try:
            self.throw(GeneratorExit)
        except GeneratorExit:
            return None
        except StopIteration as stop:
            return stop.value
        raise RuntimeError('generator ignored GeneratorExit')

    __subclasshook__ = _hook('__iter__', '__next__', 'send', 'throw', 'close')


class AsyncGenerator(AsyncIterator):

    __slots__ = ()

    async def __anext__(self):
        """Gives the next item; raises StopAsyncIteration at the end."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Resumes with a value; gives what is yielded next, or raises StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Resumes by an exception."""
        raise _exception(typ, val, tb)

    async def aclose(self):
        """Makes it end by a GeneratorExit."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError('asynchronous generator ignored GeneratorExit')

    __subclasshook__ = _hook('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
