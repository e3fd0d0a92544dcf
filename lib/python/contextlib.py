"""Tools for the with statement."""

import sys
from abc import ABC, abstractmethod, _hook
from collections import deque
from functools import wraps

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing', 'chdir']

_GenericAlias = type(list[int])


class AbstractContextManager(ABC):
    """What has __enter__ and __exit__."""

    __class_getitem__ = classmethod(_GenericAlias)
    __slots__ = ()

    def __enter__(self):
        """Return what `as` names: the manager itself."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Say whether the exception is swallowed."""
        return None

    __subclasshook__ = _hook('__enter__', '__exit__')


class AbstractAsyncContextManager(ABC):
    """What has __aenter__ and __aexit__."""

    __class_getitem__ = classmethod(_GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        """Return what `as` names: the manager itself."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Say whether the exception is swallowed."""
        return None

    __subclasshook__ = _hook('__aenter__', '__aexit__')


class ContextDecorator:
    """Lets a context manager decorate functions, whose whole body then runs in it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """The same for asynchronous context managers and functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# --- of generators

class _GeneratorManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__
        self.func, self.kwds, self.args = func, kwds, args

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


_ended = object()                       # what next() answers at the end of a generator: cheaper than StopIteration


def _is_same(raised, value, stop):
    """Whether what a generator raised is what was thrown into it; a StopIteration comes out as RuntimeError."""
    if raised is value:
        return True
    return isinstance(raised, RuntimeError) and isinstance(value, stop) and raised.__cause__ is value


class _GeneratorContextManager(_GeneratorManagerBase, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        del self.args, self.kwds, self.func             # the last first: so nothing moves
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            if next(self.gen, _ended) is _ended:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as raised:
            return raised is not value
        except BaseException as raised:
            if not _is_same(raised, value, StopIteration):
                raise
            value.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager decorator."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func             # the last first: so nothing moves
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as raised:
            return raised is not value
        except BaseException as raised:
            if not _is_same(raised, value, (StopIteration, StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Make a function that returns context managers of a generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """The same of an asynchronous generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# --- ready-made

class closing(AbstractContextManager):
    """Calls close() of an object at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() of an object at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Has another file take the place of sys.stdout in the block."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Has another file take the place of sys.stderr in the block."""

    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Swallows exceptions of the given classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            match, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """A context manager that does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Changes the current folder for the block."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


# --- stacks of context managers

def _find(cm, protocol, *names):
    """The methods of a context manager's class."""
    cls = type(cm)
    try:
        return [getattr(cls, name) for name in names]
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol") from None


class _BaseExitStack:
    """Callbacks, in the order of their registration: (is synchronous, function of exception details)."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Move all callbacks to a new stack."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return new_stack

    def push(self, exit):
        """Register a function with the signature of __exit__, or an object that has one."""
        method = getattr(type(exit), '__exit__', None)
        self._push(exit if method is None else lambda *details: method(exit, *details))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, which the stack will leave."""
        enter, leave = _find(cm, 'context manager', '__enter__', '__exit__')
        result = enter(cm)
        self._push(lambda *details: leave(cm, *details))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Register a function to be called at the end."""
        def call(exc_type, exc, tb):
            callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call)
        return callback

    def _push(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


def _fix_context(new, old, outer):
    """Ends the chain of contexts of `new`, which a callback raised, at the exception that was there before."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


class _Unwinding:
    """What is known while callbacks run: the exception on the way, and whether one was swallowed."""

    def __init__(self, exc):
        self.exc = exc
        self.received = exc is not None
        self.suppressed = self.raised = False
        handled = sys.exception()
        self.outer = handled

    def details(self):
        if self.exc is None:
            return None, None, None
        return type(self.exc), self.exc, self.exc.__traceback__

    def note(self, swallowed):
        if swallowed:
            self.suppressed, self.raised, self.exc = True, False, None

    def replace(self, new):
        _fix_context(new, self.exc, self.outer)
        self.exc, self.raised = new, True

    def result(self):
        if self.raised:
            context = self.exc.__context__
            try:
                raise self.exc
            except BaseException:
                self.exc.__context__ = context
                raise
        return self.received and self.suppressed


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A context manager that leaves others, and calls functions, in reverse order of their registration."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                state.note(callback(*state.details()))
            except BaseException as new:
                state.replace(new)
        return state.result()

    def close(self):
        """Leave all at once."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """The same for `async with`; it takes asynchronous managers and callbacks too."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, which the stack will leave."""
        enter, leave = _find(cm, 'asynchronous context manager', '__aenter__', '__aexit__')
        result = await enter(cm)
        self._push(lambda *details: leave(cm, *details), False)
        return result

    def push_async_exit(self, exit):
        """Register a coroutine function with the signature of __aexit__, or an object that has one."""
        method = getattr(type(exit), '__aexit__', None)
        self._push(exit if method is None else lambda *details: method(exit, *details), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Register a coroutine function to be awaited at the end."""
        async def call(exc_type, exc, tb):
            await callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call, False)
        return callback

    async def aclose(self):
        """Leave all at once."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                result = callback(*state.details())
                state.note(result if is_sync else await result)
            except BaseException as new:
                state.replace(new)
        return state.result()
