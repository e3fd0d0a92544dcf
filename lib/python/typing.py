"""Types for annotations: special forms, aliases, protocols, named tuples and typed dicts."""

import sys
from abc import ABCMeta, abstractmethod
from annotationlib import ForwardRef, get_annotations, type_repr as _type_repr
from _typing import TypeVar, TypeVarTuple, ParamSpec, TypeAliasType, Generic, NoDefault, Union, GenericAlias, _set_convert

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
    'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString', 'Container',
    'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView',
    'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable', 'AsyncIterator',
    'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager', 'Reversible', 'SupportsAbs',
    'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap',
    'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict',
    'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast',
    'clear_overloads', 'dataclass_transform', 'evaluate_forward_ref', 'final', 'get_args', 'get_origin', 'get_overloads',
    'get_protocol_members', 'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString', 'Never', 'NewType',
    'no_type_check', 'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired', 'overload', 'override',
    'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text',
    'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack']

TYPE_CHECKING = False
Text = str
_NoneType = type(None)


# --- arguments

def _convert(arg):
    """What an argument of an alias stands for: None is its type, text a reference forward."""
    if arg is None:
        return _NoneType
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _one_type(arg, message):
    if type(arg) is tuple:
        raise TypeError(f'{message} Got {arg!r:.100}.')
    return _convert(arg)


_set_convert(lambda arg: _one_type(arg, 'Union[arg, ...]: each arg must be a type.'))


def _parameters_in(args):
    found = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if isinstance(arg, (list, tuple)):
            inner = _parameters_in(arg)
        else:
            inner = (arg,) if hasattr(arg, '__typing_subst__') else getattr(arg, '__parameters__', ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _arg_repr(arg):
    if isinstance(arg, (list, tuple)):
        return f'[{", ".join(map(_arg_repr, arg))}]'
    return _type_repr(arg)


def _check_count(alias, params, wanted):
    if len(params) != wanted:
        many = len(params) > wanted
        raise TypeError(f'Too {"many" if many else "few"} arguments for {alias}; actual {len(params)}, expected {wanted}')


def _as_tuple(params):
    return params if isinstance(params, tuple) else (params,)


# --- special forms

class _Form:
    """What is not a class but stands in annotations: | makes a union of it."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Form):
    def __init__(self, name, doc, getitem=None):
        self._name = self.__name__ = self.__qualname__ = name
        self.__doc__ = doc
        self.__module__ = 'typing'
        self._getitem = getitem

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, params):
        if self._getitem is None:
            raise TypeError(f'{self} is not subscriptable')
        return self._getitem(self, params)


def _single(form, params):
    return _Alias(form, (_one_type(params, f'{form} accepts only single type.'),))


def _optional(form, params):
    return Union[_one_type(params, f'{form} requires a single type.'), None]


def _literal(form, params):
    flat = []
    for value in _as_tuple(params):
        flat.extend(value.__args__ if isinstance(value, _LiteralAlias) else [value])
    seen = set()
    try:
        flat = [value for value in flat if (type(value), value) not in seen and not seen.add((type(value), value))]
    except TypeError:
        pass                            # some cannot be hashed: all are kept
    return _LiteralAlias(form, tuple(flat))


def _concatenate(form, params):
    if params == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    params = _as_tuple(params)
    if not (params[-1] is ... or isinstance(params[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    return _Alias(form, (*map(_convert, params[:-1]), params[-1]))


def _annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin, metadata = _convert(params[0]), params[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, metadata)


Optional = _SpecialForm('Optional', 'Optional[X] is X | None.', _optional)
ClassVar = _SpecialForm('ClassVar', 'Marks variables of the class, not of its instances.', _single)
Final = _SpecialForm('Final', 'Marks names that are not assigned again.', _single)
Literal = _SpecialForm('Literal', 'One of the values given.', _literal)
Annotated = _SpecialForm('Annotated', 'A type with metadata: Annotated[int, ...].', _annotated)
Concatenate = _SpecialForm('Concatenate', 'Parameters before those of a ParamSpec.', _concatenate)
TypeGuard = _SpecialForm('TypeGuard', 'The result of a function that tells a type.', _single)
TypeIs = _SpecialForm('TypeIs', 'The result of a function that tells whether a value is of a type.', _single)
Required = _SpecialForm('Required', 'Marks a key that a TypedDict must have.', _single)
NotRequired = _SpecialForm('NotRequired', 'Marks a key that a TypedDict may lack.', _single)
ReadOnly = _SpecialForm('ReadOnly', 'Marks a key of a TypedDict that is not changed.', _single)
NoReturn = _SpecialForm('NoReturn', 'The result of a function that does not return.')
Never = _SpecialForm('Never', 'The type without values.')
Self = _SpecialForm('Self', 'The class around.')
LiteralString = _SpecialForm('LiteralString', 'A str made of literals.')
TypeAlias = _SpecialForm('TypeAlias', 'Marks a name for a type.')


def _unpack(form, params):
    return _UnpackAlias(form, (_one_type(params, f'{form} accepts only single type.'),))


Unpack = _SpecialForm('Unpack', 'Unpack[Ts] is *Ts.', _unpack)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


# --- aliases

class _Alias(_Form):
    """X[args] of a special form, or of a class by a name of this module."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = _parameters_in(args)
        self.__module__ = 'typing' if name else origin.__module__

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__') and self._name:
            return self._name
        if '__origin__' in self.__dict__ and not (name.startswith('__') and name.endswith('__') and name not in (
                '__name__', '__qualname__', '__doc__')):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def _copy(self, args):
        return type(self)(self.__origin__, args, self._name)

    def _shown_name(self):
        return 'typing.' + self._name if self._name else _type_repr(self.__origin__)

    def __repr__(self):
        return f'{self._shown_name()}[{", ".join(map(_arg_repr, self.__args__)) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, params):
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        params = tuple(map(_convert, _as_tuple(params)))
        wanted = len(self.__parameters__)
        if wanted == 1 and isinstance(self.__parameters__[0], ParamSpec) and (len(params) != 1 or not isinstance(params[0], (list, tuple))):
            params = params if params[0] is ... else (list(params),)
        if wanted != len(params):
            many = len(params) > wanted
            raise TypeError(f'Too {"many" if many else "few"} arguments for {self}; actual {len(params)}, '
                            f'expected {"" if many else "at least "}{wanted}')
        return self._copy(self._substituted(dict(zip(self.__parameters__, params))))

    def _substituted(self, values):
        return tuple(_substitute(arg, values) for arg in self.__args__)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            return self.__origin__.__mro_entries__(bases)
        entries = [] if self.__origin__ in bases else [self.__origin__]
        later = bases[bases.index(self) + 1:]
        if not any(isinstance(base, (_Alias, GenericAlias)) or isinstance(base, type) and issubclass(base, Generic) for base in later):
            entries.append(Generic)
        return tuple(entries)

    def __call__(self, *args, **kwargs):
        if self._name and not isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    def __iter__(self):
        yield Unpack[self]

    def __reduce__(self):
        import operator
        origin = globals()[self._name] if self._name else self.__origin__
        return operator.getitem, (origin, self.__args__)


def _substitute(arg, values):
    if isinstance(arg, type) and not isinstance(arg, GenericAlias):
        return arg
    if isinstance(arg, (list, tuple)):
        return type(arg)(_substitute(item, values) for item in arg)
    if hasattr(arg, '__typing_subst__'):
        return values.get(arg, arg)
    inner = getattr(arg, '__parameters__', ())
    return arg[tuple(values.get(parameter, parameter) for parameter in inner)] if inner else arg


class _LiteralAlias(_Alias):
    def __init__(self, origin, args, name=None):
        super().__init__(origin, args, name)
        self.__parameters__ = ()

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__)) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(type(arg), arg) for arg in self.__args__} == {(type(arg), arg) for arg in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(arg), arg) for arg in self.__args__))


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,))
        self.__metadata__ = metadata

    def _copy(self, args):
        return Annotated[(args[0], *self.__metadata__)]

    def __repr__(self):
        return f'typing.Annotated[{_arg_repr(self.__origin__)}, {", ".join(map(repr, self.__metadata__))}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return self.__origin__,

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)


class _UnpackAlias(_Alias):
    def __repr__(self):
        arg = self.__args__[0]
        return f'typing.Unpack[{arg.__name__ if isinstance(arg, TypeVarTuple) else _arg_repr(arg)}]'


class _CallableAlias(_Alias):
    """Its arguments are those of the function and then the result, or `...` or a ParamSpec and the result."""

    def __init__(self, origin, args, name=None):
        flat = []
        for arg in args:
            flat.extend(arg) if isinstance(arg, (list, tuple)) else flat.append(arg)
        super().__init__(origin, tuple(flat), name)

    def _is_open(self):
        args = self.__args__
        return len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or
                                   getattr(args[0], '__origin__', None) is Concatenate)

    def __repr__(self):
        if self._is_open():
            return super().__repr__()
        return f'typing.Callable[{_arg_repr(list(self.__args__[:-1]))}, {_arg_repr(self.__args__[-1])}]'


class _BareAlias(_Form):
    """A class by its name in this module, not subscripted: List, Iterable ..."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count
        self._name = self.__name__ = self.__qualname__ = name
        self.__module__ = 'typing'

    def __repr__(self):
        return 'typing.' + self._name

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __getitem__(self, params):
        params = _as_tuple(params)
        if self._name == 'Generator' and len(params) < 3:
            params += (None,) * (3 - len(params))
        elif self._name == 'AsyncGenerator' and len(params) == 1:
            params += (None,)
        elif self._name == 'ContextManager' and len(params) == 1:
            params += (Union[bool, None],)
        elif self._name == 'AsyncContextManager' and len(params) == 1:
            params += (Union[bool, None],)
        params = tuple(_one_type(param, 'Parameters to generic types must be types.') for param in params)
        _check_count(self, params, self._count)
        return _Alias(self.__origin__, params, self._name)

    def __mro_entries__(self, bases):
        later = bases[bases.index(self) + 1:]
        entries = [] if self.__origin__ in bases else [self.__origin__]
        if not any(isinstance(base, (_Form, GenericAlias)) or isinstance(base, type) and issubclass(base, Generic) for base in later):
            entries.append(Generic)
        return tuple(entries)

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _BareAlias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _BareTuple(_BareAlias):
    def __getitem__(self, params):
        params = _as_tuple(params)
        if len(params) >= 2 and params[-1] is ...:
            return _Alias(tuple, (*map(_convert, params[:-1]), ...), 'Tuple')
        return _Alias(tuple, tuple(_one_type(param, 'Tuple[t0, t1, ...]: each t must be a type.') for param in params), 'Tuple')


class _BareCallable(_BareAlias):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        result = _one_type(result, 'Callable[args, result]: result must be a type.')
        if isinstance(args, (list, tuple)):
            return _CallableAlias(self.__origin__, (*map(_convert, args), result), 'Callable')
        return _CallableAlias(self.__origin__, (_convert(args), result), 'Callable')


# The names that are classes of other modules: module, name there, number of parameters. They are made when first asked for.
_ALIASES = {
    'List': ('builtins', 'list', 1), 'Dict': ('builtins', 'dict', 2), 'Set': ('builtins', 'set', 1),
    'FrozenSet': ('builtins', 'frozenset', 1), 'Type': ('builtins', 'type', 1), 'Tuple': ('builtins', 'tuple', -1),
    'Callable': ('collections.abc', 'Callable', 2), 'AbstractSet': ('collections.abc', 'Set', 1),
    'Container': ('collections.abc', 'Container', 1), 'Hashable': ('collections.abc', 'Hashable', 0),
    'ItemsView': ('collections.abc', 'ItemsView', 2), 'Iterable': ('collections.abc', 'Iterable', 1),
    'Iterator': ('collections.abc', 'Iterator', 1), 'KeysView': ('collections.abc', 'KeysView', 1),
    'Mapping': ('collections.abc', 'Mapping', 2), 'MappingView': ('collections.abc', 'MappingView', 1),
    'MutableMapping': ('collections.abc', 'MutableMapping', 2), 'MutableSequence': ('collections.abc', 'MutableSequence', 1),
    'MutableSet': ('collections.abc', 'MutableSet', 1), 'Sequence': ('collections.abc', 'Sequence', 1),
    'Sized': ('collections.abc', 'Sized', 0), 'ValuesView': ('collections.abc', 'ValuesView', 1),
    'Awaitable': ('collections.abc', 'Awaitable', 1), 'AsyncIterator': ('collections.abc', 'AsyncIterator', 1),
    'AsyncIterable': ('collections.abc', 'AsyncIterable', 1), 'Coroutine': ('collections.abc', 'Coroutine', 3),
    'Collection': ('collections.abc', 'Collection', 1), 'AsyncGenerator': ('collections.abc', 'AsyncGenerator', 2),
    'Reversible': ('collections.abc', 'Reversible', 1), 'Generator': ('collections.abc', 'Generator', 3),
    'ByteString': ('collections.abc', 'ByteString', 0),
    'ContextManager': ('contextlib', 'AbstractContextManager', 2),
    'AsyncContextManager': ('contextlib', 'AbstractAsyncContextManager', 2),
    'ChainMap': ('collections', 'ChainMap', 2), 'Counter': ('collections', 'Counter', 1), 'Deque': ('collections', 'deque', 1),
    'DefaultDict': ('collections', 'defaultdict', 2), 'OrderedDict': ('collections', 'OrderedDict', 2),
    'Match': ('re', 'Match', 1), 'Pattern': ('re', 'Pattern', 1),
}


def __getattr__(name):
    found = _ALIASES.get(name)
    if found is None:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    module, attribute, count = found
    origin = getattr(__import__(module, None, None, [attribute]), attribute)
    kind = _BareTuple if name == 'Tuple' else _BareCallable if name == 'Callable' else _BareAlias
    alias = globals()[name] = kind(origin, count, name)
    return alias


AnyStr = TypeVar('AnyStr', bytes, str)
_T_co = TypeVar('T_co', covariant=True)


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._part}'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash(self.__origin__)


class ParamSpecArgs(_ParamSpecPart):
    """What P.args is."""

    _part = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    """What P.kwargs is."""

    _part = 'kwargs'


# --- protocols

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
    for place in (*(type(obj).__mro__ if not isinstance(obj, type) else ()), *getattr(obj, '__mro__', ())):
        if name in vars(place):
            return vars(place)[name]
    return getattr(obj, '__dict__', {}).get(name, _absent)


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
        if cls is _protocol or not getattr(cls, '_is_protocol', False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if not cls._is_runtime_protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        others = sorted(name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None)))
        if others:
            raise TypeError('Protocols with non-method members don\'t support issubclass(). '
                            f'Non-method members: {", ".join(map(repr, others))}.')
        return super().__subclasscheck__(other) or all(_has_method(other, name) for name in cls.__protocol_attrs__)

    def __instancecheck__(cls, instance):
        if cls is _protocol or not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not cls._is_runtime_protocol:
            if type.__instancecheck__(cls, instance):
                return True
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if type.__instancecheck__(cls, instance):
            return True
        for name in cls.__protocol_attrs__:
            value = _own(instance, name)
            if value is _absent or (value is None and callable(getattr(cls, name, None))):
                return False
        return True


def _has_method(cls, name):
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name] is not None
        if name in getattr(base, '__annotations__', {}) and getattr(base, '_is_protocol', False):
            return True
    return False


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # A class that implements the protocol: the first __init__ that is not this one.
    for base in type(self).__mro__:
        init = vars(base).get('__init__', _no_init)
        if init is not _no_init:
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
        if cls._is_protocol and (cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__):
            cls.__init__ = _no_init


_protocol = Protocol


def runtime_checkable(cls):
    """Let isinstance() and issubclass() work with a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
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


class IO(Generic[AnyStr]):
    """Files, for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """Binary files, for annotations."""

    __slots__ = ()


class TextIO(IO[str]):
    """Text files, for annotations."""

    __slots__ = ()


# --- NamedTuple

def _make_namedtuple(name, types, defaults, module):
    from collections import namedtuple
    made = namedtuple(name, list(types), defaults=defaults, module=module)
    made.__annotations__ = {key: _one_type(value, f'field {key} annotation must be a type') for key, value in types.items()}
    return made


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        for base in bases:
            if base is not _named_tuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        types = get_annotations(_AnnotatedNamespace(namespace), format=3)
        with_default = [field for field in types if field in namespace]
        first = None
        for field in types:
            if field in namespace:
                first = first or field
            elif first is not None:
                several = 's' if len(with_default) > 1 else ''
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field{several} {", ".join(with_default)}')
        made = _make_namedtuple(name, types, [namespace[field] for field in with_default], namespace['__module__'])
        extra = {}
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types', '_make',
                       '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__module__', '__name__', '__annotations__', '__annotate__', '__annotate_func__', '__classcell__',
                           '__static_attributes__', '__firstlineno__') and key not in made._fields:
                extra[key] = value
        if Generic in bases:
            body = {**dict(vars(made)), **extra, '__slots__': ()}
            for key in ('__dict__', '__weakref__'):
                body.pop(key, None)
            made = type(name, (tuple, Generic), body)
        else:
            for key, value in extra.items():
                setattr(made, key, value)
                set_name = getattr(type(value), '__set_name__', None)
                if set_name:
                    set_name(value, made, key)
        cell = namespace.get('__classcell__')
        if cell is not None:
            cell.cell_contents = made
        return made


class _AnnotatedNamespace:
    """The annotations of a class that is not made yet."""

    def __init__(self, namespace):
        annotate = namespace.get('__annotate__') or namespace.get('__annotate_func__')
        if annotate is not None:
            self.__annotate__ = annotate
        self.__annotations__ = namespace.get('__annotations__') if annotate is None else None
        if annotate is None and self.__annotations__ is None:
            self.__annotations__ = {}


_named_tuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


def NamedTuple(typename, fields, /):
    """A tuple with named items, as a base class or called with a list of (name, type)."""
    made = _make_namedtuple(typename, dict(fields), (), sys._getframe(1).f_globals.get('__name__'))
    made.__orig_bases__ = (NamedTuple,)
    return made


NamedTuple.__mro_entries__ = lambda bases: (_named_tuple,)


# --- TypedDict

def _qualifiers(annotation):
    """The type without Required[] and the like, and the names of these."""
    found = set()
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = annotation.__origin__
        elif origin in (Required, NotRequired, ReadOnly):
            found.add(origin)
            annotation = annotation.__args__[0]
        else:
            return found


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        own = {key: _one_type(value, 'TypedDict(\'Name\', {f0: t0, f1: t1, ...}); each t must be a type')
               for key, value in get_annotations(_AnnotatedNamespace(namespace), format=3).items()}
        body = {key: value for key, value in namespace.items() if key not in ('__annotate__', '__annotate_func__')}
        if '__orig_bases__' not in body:
            body['__orig_bases__'] = bases
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), body)
        annotations, required, optional, readonly, mutable = {}, set(), set(), set(), set()
        for base in bases:
            known = vars(base)
            annotations.update(base.__annotations__ if type(base) is _TypedDictMeta else {})
            for key in known.get('__required_keys__', ()):
                required.add(key), optional.discard(key)
            for key in known.get('__optional_keys__', ()):
                optional.add(key), required.discard(key)
            readonly.update(known.get('__readonly_keys__', ()))
            mutable.update(known.get('__mutable_keys__', ()))
        for key, value in own.items():
            marks = _qualifiers(value)
            is_required = Required in marks or total and NotRequired not in marks
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in marks:
                readonly.add(key)
            else:
                mutable.add(key), readonly.discard(key)
        made.__annotations__ = {**annotations, **own}
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__readonly_keys__, made.__mutable_keys__ = frozenset(readonly), frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


_typed_dict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def TypedDict(typename, fields, /, *, total=True):
    """A dict with known keys, as a base class or called with a dict of names and types."""
    namespace = {'__annotations__': dict(fields), '__module__': sys._getframe(1).f_globals.get('__name__')}
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


TypedDict.__mro_entries__ = lambda bases: (_typed_dict,)


def is_typeddict(tp):
    """Whether it is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


# --- NewType

class NewType(_Form):
    """NewType('UserId', int) is a type for checkers; at run time calling it gives back its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get('__name__')
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        # The class is refused where its name is known.
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking for: '
                                f'`{cls.__name__} = NewType({cls.__name__!r}, {name})`')
        return Dummy,

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__


# --- reading types

def get_origin(tp):
    """What is subscripted: list for list[int], Union for int | str, None for what is not subscripted."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _BareAlias, GenericAlias, _ParamSpecPart)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return Union if isinstance(tp, Union) else None


def get_args(tp):
    """The arguments of what is subscripted, a tuple."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableAlias):
        return tp.__args__ if tp._is_open() else (list(tp.__args__[:-1]), tp.__args__[-1])
    if isinstance(tp, GenericAlias) and tp.__origin__ is getattr(sys.modules.get('collections.abc'), 'Callable', 0):
        args = tp.__args__
        is_open = len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _Alias)))
        return args if is_open else (list(args[:-1]), args[-1])
    return tp.__args__ if isinstance(tp, (_Alias, GenericAlias, Union)) else ()


def _strip(tp):
    """The type without Annotated, Required, NotRequired and ReadOnly at any depth."""
    if isinstance(tp, _AnnotatedAlias):
        return _strip(tp.__origin__)
    if isinstance(tp, _Alias):
        if tp.__origin__ in (Required, NotRequired, ReadOnly):
            return _strip(tp.__args__[0])
        args = tuple(map(_strip, tp.__args__)) if not isinstance(tp, _LiteralAlias) else tp.__args__
        return tp if args == tp.__args__ else tp._copy(args)
    if isinstance(tp, (GenericAlias, Union)):
        args = tuple(map(_strip, tp.__args__))
        if args == tp.__args__:
            return tp
        return Union[args] if isinstance(tp, Union) else GenericAlias(tp.__origin__, args)
    return tp


def _evaluate(tp, names, variables):
    """The type with its forward references replaced by what they refer to."""
    if isinstance(tp, ForwardRef):
        return _evaluate(_convert(tp.evaluate(globals=names, locals=variables)), names, variables)
    if isinstance(tp, _LiteralAlias):
        return tp
    if isinstance(tp, _AnnotatedAlias):
        return tp._copy((_evaluate(tp.__origin__, names, variables),))
    if isinstance(tp, (_Alias, GenericAlias, Union)):
        args = tuple(_evaluate(ForwardRef(arg) if isinstance(arg, str) else arg, names, variables) for arg in tp.__args__)
        if args == tp.__args__:
            return tp
        if isinstance(tp, Union):
            return Union[args]
        return GenericAlias(tp.__origin__, args) if isinstance(tp, GenericAlias) else tp._copy(args)
    return tp


def _hints_of_class(cls, globalns, localns, format):
    hints = {}
    for base in reversed(cls.__mro__):
        if base is object:
            continue
        module = sys.modules.get(base.__module__)
        names = globalns if globalns is not None else vars(module) if module else {}
        variables = localns if localns is not None else {
            **{parameter.__name__: parameter for parameter in getattr(base, '__type_params__', ())}, **vars(base)}
        for name, value in get_annotations(base, format=format).items():
            hints[name] = _evaluate(_convert(value), names, variables)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=1):
    """The annotations of a class with its bases, of a function or a module, text evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _hints_of_class(obj, globalns, localns, format)
    else:
        annotations = get_annotations(obj, format=format)
        if globalns is None:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = vars(obj) if isinstance(obj, type(sys)) else getattr(inner, '__globals__', {})
        if localns is None:
            localns = {parameter.__name__: parameter for parameter in getattr(obj, '__type_params__', ())}
        hints = {name: _evaluate(_convert(value), globalns, localns) for name, value in annotations.items()}
    return hints if include_extras else {name: _strip(value) for name, value in hints.items()}


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=1):
    """The type that a forward reference stands for."""
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, format=format)
    return _evaluate(_convert(value), globals or {}, locals or {})


# --- marks for checkers, which do little or nothing at run time

def cast(typ, val):
    """The value itself; a checker takes it to be of the type."""
    return val


def assert_type(val, typ, /):
    """The value itself; a checker says whether it is of the type."""
    return val


def reveal_type(obj, /):
    """Print the value's type to sys.stderr."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Raise AssertionError: a checker says whether this can be reached."""
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {text}')


def _mark(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    """Marks a class that is not subclassed or a method that is not overridden."""
    return _mark(f, '__final__')


def override(method, /):
    """Marks a method that overrides one of a base."""
    return _mark(method, '__override__')


def no_type_check(arg):
    """Marks a function or class whose annotations are not types."""
    if isinstance(arg, type):
        for name in dir(arg):
            member = getattr(arg, name)
            if isinstance(member, (type(no_type_check), type)) and getattr(member, '__qualname__', '') == f'{arg.__qualname__}.{name}':
                no_type_check(member)
    return _mark(arg, '__no_type_check__')


def no_type_check_decorator(decorator):
    """Make a decorator give no_type_check() to what it returns."""
    import functools

    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.')


def overload(func):
    """Marks one signature of several of a function."""
    inner = getattr(func, '__func__', func)
    code = getattr(inner, '__code__', None)
    if code is not None:
        _overloads.setdefault((inner.__module__, inner.__qualname__), {})[code.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, a list."""
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Marks what makes classes like dataclasses."""
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorate
