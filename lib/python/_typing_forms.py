"""Special forms and aliases of the module typing: what is not a class but stands in annotations."""

from annotationlib import ForwardRef, type_repr as _type_repr
from _typing import TypeVarTuple, ParamSpec, Generic, Union, GenericAlias, _set_convert

__name__ = 'typing'                     # what is defined here says that it is of that module
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
        import typing
        origin = getattr(typing, self._name) if self._name else self.__origin__
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
