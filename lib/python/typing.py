"""Types for annotations: special forms, aliases, protocols, named tuples and typed dicts."""

import sys
from annotationlib import ForwardRef, get_annotations
from _typing import ParamSpecArgs, ParamSpecKwargs, TypeVar, TypeVarTuple, ParamSpec, TypeAliasType, Generic, NoDefault, Union, GenericAlias
from _typing_classes import NamedTuple, NewType, TypedDict, is_typeddict
from _typing_forms import (
    Annotated, Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional,
    ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs, Unpack, _GenericAlias, _AnnotatedAlias,
    _SpecialGenericAlias, _CallableType, _TupleType, _CallableGenericAlias, _LiteralGenericAlias, _SpecialForm, _convert)
from _typing_protocols import (
    AnyStr, BinaryIO, IO, Protocol, SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt,
    SupportsRound, TextIO, get_protocol_members, is_protocol, runtime_checkable)

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
    kind = _TupleType if name == 'Tuple' else _CallableType if name == 'Callable' else _SpecialGenericAlias
    alias = globals()[name] = kind(origin, count, name)
    return alias


# --- reading types

def get_origin(tp):
    """What is subscripted: list for list[int], Union for int | str, None for what is not subscripted."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return Union if isinstance(tp, Union) else None


def get_args(tp):
    """The arguments of what is subscripted, a tuple."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableGenericAlias):
        return tp.__args__ if tp._is_open() else (list(tp.__args__[:-1]), tp.__args__[-1])
    if isinstance(tp, GenericAlias) and tp.__origin__ is getattr(sys.modules.get('collections.abc'), 'Callable', 0):
        args = tp.__args__
        is_open = len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _GenericAlias)))
        return args if is_open else (list(args[:-1]), args[-1])
    return tp.__args__ if isinstance(tp, (_GenericAlias, GenericAlias, Union)) else ()


def _strip(tp):
    """The type without Annotated, Required, NotRequired and ReadOnly at any depth."""
    if isinstance(tp, _AnnotatedAlias):
        return _strip(tp.__origin__)
    if isinstance(tp, _GenericAlias):
        if tp.__origin__ in (Required, NotRequired, ReadOnly):
            return _strip(tp.__args__[0])
        args = tuple(map(_strip, tp.__args__)) if not isinstance(tp, _LiteralGenericAlias) else tp.__args__
        return tp if args == tp.__args__ else tp._copy(args)
    if isinstance(tp, (GenericAlias, Union)):
        args = tuple(map(_strip, tp.__args__))
        if args == tp.__args__:
            return tp
        return Union[args] if isinstance(tp, Union) else GenericAlias(tp.__origin__, args)
    return tp


def _evaluate(tp, names, variables, seen=()):
    """The type with its forward references replaced by what they refer to; those that refer to themselves stay."""
    if isinstance(tp, ForwardRef):
        text = tp.__forward_arg__
        if text in seen:
            return tp
        names = names if tp.__forward_module__ is None else None
        return _evaluate(_convert(tp.evaluate(globals=names, locals=variables)), names, variables, (*seen, text))
    if isinstance(tp, _LiteralGenericAlias):
        return tp
    if isinstance(tp, _AnnotatedAlias):
        return tp._copy((_evaluate(tp.__origin__, names, variables, seen),))
    if isinstance(tp, (_GenericAlias, GenericAlias, Union)):
        args = tuple(_evaluate(ForwardRef(arg) if isinstance(arg, str) else arg, names, variables, seen)
                     for arg in tp.__args__)
        if isinstance(tp, GenericAlias) and tp.__unpacked__:
            return Unpack[GenericAlias(tp.__origin__, args)]
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
            if getattr(member, '__qualname__', '') != f'{arg.__qualname__}.{getattr(member, "__name__", "")}' or \
                    getattr(member, '__module__', None) != arg.__module__:
                continue
            member = getattr(member, '__func__', member)
            if isinstance(member, (type(no_type_check), type)):
                no_type_check(member)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass                            # a built-in class
    return arg


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
