"""Protocols of the module typing, and its classes for annotations that have no other purpose."""

from _abc import is_asking
from abc import ABCMeta, abstractmethod
from annotationlib import get_annotations
from _typing import TypeVar, Generic

__name__ = 'typing'                     # what is defined here says that it is of that module

AnyStr = TypeVar('AnyStr', bytes, str)
_T_co = TypeVar('T_co', covariant=True)


_NOT_MEMBERS = frozenset({
    '__abstractmethods__', '__annotations__', '__annotate__', '__annotate_func__', '__annotations_cache__', '__dict__',
    '__doc__', '__init__', '__module__', '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
    '__match_args__', '__static_attributes__', '__firstlineno__', '__parameters__', '__orig_bases__', '__orig_class__',
    '__type_params__', '__classcell__', '__qualname__', '__protocol_attrs__', '__non_callable_proto_members__',
    '_is_protocol', '_is_runtime_protocol', '_abc_impl', '_MutableMapping__marker', '__init_subclass__'})
_absent = object()
_ALLOWED_BASES = {
    'collections.abc': {'Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator', 'Hashable', 'Sized',
                        'Container', 'Collection', 'Reversible', 'Buffer'},
    'contextlib': {'AbstractContextManager', 'AbstractAsyncContextManager'},
    'io': {'Reader', 'Writer'}, 'os': {'PathLike'}}


def _members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in (*vars(base), *get_annotations(base, format=3)):
            if not name.startswith('_abc_') and name not in _NOT_MEMBERS:
                names.add(name)
    return names


def _own(obj, name):
    """An attribute without asking descriptors or __getattr__."""
    is_class = isinstance(obj, type)
    for place in (obj if is_class else type(obj)).__mro__:
        if name in vars(place):
            return vars(place)[name]
    try:
        return _absent if is_class else object.__getattribute__(obj, '__dict__').get(name, _absent)
    except AttributeError:
        return _absent


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if any(base is _protocol for base in bases):
            for base in bases:
                if base in (object, Generic) or base.__name__ in _ALLOWED_BASES.get(base.__module__, ()):
                    continue
                if not getattr(base, '_is_protocol', False):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _members(cls)

    def __subclasscheck__(cls, other):
        if cls is _protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and not is_asking():
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not cls._is_runtime_protocol:
                raise TypeError(_NOT_RUNTIME)
            others = sorted(cls.__non_callable_proto_members__)
            if others and vars(cls).get('__subclasshook__') is _hook:
                raise TypeError('Protocols with non-method members don\'t support issubclass(). '
                                f'Non-method members: {", ".join(map(repr, others))}.')
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is _protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not cls._is_runtime_protocol and not is_asking():
            raise TypeError(_NOT_RUNTIME)
        if super().__instancecheck__(instance):
            return True
        for name in cls.__protocol_attrs__:
            value = _own(instance, name)
            if value is _absent or (value is None and name not in cls.__non_callable_proto_members__):
                return False
        return True


_NOT_RUNTIME = 'Instance and class checks can only be used with @runtime_checkable protocols'


@classmethod
def _hook(cls, other):
    if not vars(cls).get('_is_protocol') or not all(_has_method(other, name) for name in cls.__protocol_attrs__):
        return NotImplemented
    return True


def _has_method(cls, name):
    is_protocol = getattr(cls, '_is_protocol', False)
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name] is not None
        if is_protocol and name in get_annotations(base, format=3):
            return True
    return False


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if type(self).__init__ is not _no_init:
        return                          # called by that one
    # A class that implements the protocol: the first __init__ that is not this one.
    for base in type(self).__mro__:
        init = vars(base).get('__init__', _no_init)
        if init is not _no_init:
            type(self).__init__ = init
            return init(self, *args, **kwargs)


_protocol = None


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that describe what others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in vars(cls):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in vars(cls):
            cls.__subclasshook__ = _hook
        if cls._is_protocol and (cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__):
            cls.__init__ = _no_init


_protocol = Protocol


def runtime_checkable(cls):
    """Let isinstance() and issubclass() work with a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    members = cls.__non_callable_proto_members__ = set()
    for name in cls.__protocol_attrs__:
        try:
            if not callable(getattr(cls, name, None)):
                members.add(name)
        except Exception as error:
            raise TypeError(f'Failed to determine whether protocol member {name!r} is a method member') from error
    return cls


def is_protocol(tp, /):
    """Whether it is a protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


@runtime_checkable
class SupportsInt(Protocol):
    """What int() takes."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """What float() takes."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """What complex() takes."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """What bytes() takes by __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """What can be an index."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[_T_co]):
    """What abs() takes."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> _T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[_T_co]):
    """What round() takes."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> _T_co:
        pass


# --- files

class IO(Generic[AnyStr]):
    """Files, for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """Binary files, for annotations."""

    __slots__ = ()


class TextIO(IO[str]):
    """Text files, for annotations."""

    __slots__ = ()
