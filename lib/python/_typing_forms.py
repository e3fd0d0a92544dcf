"""Special forms and aliases of the module typing: what is not a class but stands in annotations."""

from annotationlib import ForwardRef, type_repr as _type_repr
from operator import getitem as _take_item
from _typing import TypeVar, TypeVarTuple, ParamSpec, Generic, Union, GenericAlias, _set_convert

__name__ = 'typing'                     # what is defined here says that it is of that module
_NoneType = type(None)


# --- arguments

def _convert(arg, is_class=False, module=None):
    """What an argument of an alias stands for: None is its type, text a reference forward."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        arg = ForwardRef(arg, is_class=is_class, module=module)
        arg.__forward_code__                # it must be an expression
    return arg


def _is_root(arg):
    return arg is Generic or isinstance(arg, type) and arg.__name__ == 'Protocol' and arg.__module__ == 'typing'


def _one_type(arg, message='', special=False, module=None):
    """The type that an argument stands for; `special`: ClassVar[...] and Final[...] are allowed."""
    if isinstance(arg, type) and type(arg) is not GenericAlias:
        if _is_root(arg):
            raise TypeError(f'Plain {arg} is not valid as type argument')
        return arg
    arg = _convert(arg, special, module)
    if type(arg) is tuple:
        raise TypeError(f'{message} Got {arg!r:.100}.')
    if isinstance(arg, _SpecialForm):
        if arg not in (LiteralString, NoReturn, Never, Self, TypeAlias) and not (special and arg in (ClassVar, Final)):
            raise TypeError(f'Plain {arg} is not valid as type argument')
    elif isinstance(arg, (_GenericAlias, GenericAlias)):
        origin = arg.__origin__
        if _is_root(origin) or origin is ClassVar and not special or origin is Final and not special:
            raise TypeError(f'{arg} is not valid as type argument')
    return arg


def _make_union(left, right):
    return Union[left, right]


# --- replacing type parameters

def _unpacked_form(parameter):
    """What *Ts is."""
    return Unpack[parameter]


def _is_unpacked(arg):
    return not isinstance(arg, type) and (getattr(arg, '__unpacked__', False) or isinstance(arg, _UnpackGenericAlias))


def _is_list_of_parameters(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec)) or getattr(arg, '__origin__', None) is Concatenate


def _substitute_special(parameter, arg):
    """The argument that replaces a parameter."""
    if isinstance(parameter, TypeVar):
        arg = _one_type(arg, 'Parameters to generic types must be types.')
        if _is_unpacked(arg):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg
    if isinstance(parameter, TypeVarTuple):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')
    if isinstance(arg, (list, tuple)):
        return tuple(_one_type(item, 'Expected a type.') for item in arg)
    if not _is_list_of_parameters(arg):
        raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
    return arg


def _prepare_special(parameter, alias, args):
    """The arguments with those that a ParamSpec or a TypeVarTuple takes made one."""
    parameters = alias.__parameters__
    index = parameters.index(parameter)
    if isinstance(parameter, TypeVarTuple):
        return _prepare_tuple(parameter, alias, args, index, len(parameters))
    if index == len(args) and parameter.has_default():
        args = (*args, parameter.__default__)
    if index >= len(args):
        raise TypeError(f'Too few arguments for {alias}')
    if len(parameters) == 1 and not _is_list_of_parameters(args[0]):
        return args,
    if isinstance(args[index], list):
        return (*args[:index], tuple(args[index]), *args[index + 1:])
    return args


def _flat(args):
    """The arguments with *tuple[int, str] as its items."""
    flat = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None) if _is_unpacked(arg) else None
        flat.extend(inner if inner is not None and inner[-1:] != (...,) else (arg,))
    return tuple(flat)


def _prepare_tuple(parameter, alias, args, index, count):
    if any(isinstance(other, TypeVarTuple) for other in alias.__parameters__[index + 1:]):
        raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
    after = count - index - 1
    endless = [k for k, arg in enumerate(args) if _is_unpacked(arg) and
               (getattr(arg, '__typing_unpacked_tuple_args__', None) or ())[1:] == (...,)]
    if len(endless) > 1:
        raise TypeError('More than one unpacked arbitrary-length tuple argument')
    left, right, filler = index, after, None
    if endless:
        left, right = min(left, endless[0]), min(right, len(args) - endless[0] - 1)
        filler = args[endless[0]].__typing_unpacked_tuple_args__[0]
    elif left + right > len(args):
        raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {count - 1}')
    taken = args[left:len(args) - right]
    if not taken and parameter.has_default():
        default = parameter.__default__
        taken = _flat(default if isinstance(default, (list, tuple)) else (default,))
    return (*args[:left], *[filler] * (index - left), taken, *[filler] * (after - right), *args[len(args) - right:])


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
    if isinstance(arg, tuple):
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

    def __init_subclass__(cls):
        if cls.__module__ != 'typing':
            raise TypeError('Cannot subclass special typing classes')

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
        self._made = {}

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
        key = self._key(params)
        try:
            return self._made[key]
        except KeyError:
            made = self._made[key] = self._getitem(self, params)
            return made
        except TypeError:
            return self._getitem(self, params)

    def _key(self, params):
        return params

    __iter__ = None


class _TypedCacheSpecialForm(_SpecialForm):
    def _key(self, params):             # 1 and True are not the same
        return params, *map(type, _as_tuple(params))


def _single(form, params):
    return _GenericAlias(form, (_one_type(params, f'{form} accepts only single type.', form in (ClassVar, Final)),))


def _qualifier(form, params):
    return _GenericAlias(form, (_one_type(params, f'{form._name} accepts only a single type.'),))


def _optional(form, params):
    return Union[_one_type(params, f'{form} requires a single type.'), None]


def _literal(form, params):
    flat = []
    for value in _as_tuple(params):
        flat.extend(value.__args__ if isinstance(value, _LiteralGenericAlias) else [value])
    seen = set()
    try:
        flat = [value for value in flat if (type(value), value) not in seen and not seen.add((type(value), value))]
    except TypeError:
        pass                            # some cannot be hashed: all are kept
    return _LiteralGenericAlias(form, tuple(flat))


def _concatenate(form, params):
    if params == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    params = _as_tuple(params)
    if not (params[-1] is ... or isinstance(params[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    message = 'Concatenate[arg, ...]: each arg must be a type.'
    return _ConcatenateGenericAlias(form, (*[_one_type(param, message) for param in params[:-1]], params[-1]))


def _annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    if _is_unpacked(params[0]) and getattr(params[0], '__typing_is_unpacked_typevartuple__', False):
        raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
    origin, metadata = _one_type(params[0], 'Annotated[t, ...]: t must be a type.', True), params[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, metadata)


Optional = _SpecialForm('Optional', 'Optional[X] is X | None.', _optional)
ClassVar = _SpecialForm('ClassVar', 'Marks variables of the class, not of its instances.', _single)
Final = _SpecialForm('Final', 'Marks names that are not assigned again.', _single)
Literal = _TypedCacheSpecialForm('Literal', 'One of the values given.', _literal)
Annotated = _TypedCacheSpecialForm('Annotated', 'A type with metadata: Annotated[int, ...].', _annotated)
Concatenate = _SpecialForm('Concatenate', 'Parameters before those of a ParamSpec.', _concatenate)
TypeGuard = _SpecialForm('TypeGuard', 'The result of a function that tells a type.', _single)
TypeIs = _SpecialForm('TypeIs', 'The result of a function that tells whether a value is of a type.', _single)
Required = _SpecialForm('Required', 'Marks a key that a TypedDict must have.', _qualifier)
NotRequired = _SpecialForm('NotRequired', 'Marks a key that a TypedDict may lack.', _qualifier)
ReadOnly = _SpecialForm('ReadOnly', 'Marks a key of a TypedDict that is not changed.', _qualifier)
NoReturn = _SpecialForm('NoReturn', 'The result of a function that does not return.')
Never = _SpecialForm('Never', 'The type without values.')
Self = _SpecialForm('Self', 'The class around.')
LiteralString = _SpecialForm('LiteralString', 'A str made of literals.')
TypeAlias = _SpecialForm('TypeAlias', 'Marks a name for a type.')


def _unpack(form, params):
    return _UnpackGenericAlias(form, (_one_type(params, f'{form} accepts only single type.'),))


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

_NOT_MADE = {'Dict', 'FrozenSet', 'List', 'Set', 'Tuple', 'Type'}      # by calling them


def _brings_generic(base, bases):
    if isinstance(base, type):
        return issubclass(base, Generic)
    entries = base.__mro_entries__(bases) if hasattr(base, '__mro_entries__') else None
    return isinstance(entries, tuple) and any(isinstance(entry, type) and issubclass(entry, Generic) for entry in entries)


def _class_and_generic(alias, bases):
    """The bases that a name like List[int] stands for: its class, and Generic unless a later base brings it."""
    entries = [] if alias.__origin__ in bases else [alias.__origin__]
    for base in bases[bases.index(alias) + 1:]:
        if isinstance(base, (_GenericAlias, _SpecialGenericAlias)) or _brings_generic(base, bases):
            break
    else:
        entries.append(Generic)
    return tuple(entries)


_made_aliases = {}


def _make_alias(origin, args):
    """Origin[args] of a class made by a program, or of Generic or Protocol; the same one each time."""
    try:
        alias = _made_aliases.get((origin, args))
    except TypeError:
        return _GenericAlias(origin, args)
    if alias is None or tuple(map(type, alias.__args__)) != tuple(map(type, args)):
        alias = _made_aliases[origin, args] = _GenericAlias(origin, args)
        if len(_made_aliases) > 256:
            del _made_aliases[next(iter(_made_aliases))]
    return alias


# X[args] of a special form, of a class by a name of this module, of a class made by a program.
class _GenericAlias(_Form):

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

    def __dir__(self):
        return {*object.__dir__(self), *[name for name in dir(self.__origin__) if name[:2] != '__' or name[-2:] != '__']}

    def _copy(self, args):
        return type(self)(self.__origin__, args, self._name)

    def _shown_name(self):
        return 'typing.' + self._name if self._name else _type_repr(self.__origin__)

    def __repr__(self):
        return f'{self._shown_name()}[{", ".join(map(_arg_repr, self.__args__)) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, params):
        parameters = self.__parameters__
        if _is_root(self.__origin__):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not parameters:
            raise TypeError(f'{self} is not a generic class')
        values = _flat(map(_convert, _as_tuple(params)))
        for parameter in parameters:
            values = parameter.__typing_prepare_subst__(self, values)
        if len(values) != len(parameters):
            many = 'many' if len(values) > len(parameters) else 'few'
            raise TypeError(f'Too {many} arguments for {self}; actual {len(values)}, expected {len(parameters)}')
        return self._copy(_substituted(self.__args__, dict(zip(parameters, values)), isinstance(self, _CallableGenericAlias)))

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return _class_and_generic(self, bases)
        if self.__origin__ is not Generic:
            return self.__origin__,
        later = bases[bases.index(self) + 1:]
        implied = any(base.__name__ == 'Protocol' for base in bases if isinstance(base, type) and base.__module__ == 'typing')
        return () if implied or any(base is not self and isinstance(base, (_GenericAlias, _SpecialGenericAlias)) for base in later) else (Generic,)

    def __call__(self, *args, **kwargs):
        if self._name in _NOT_MADE:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __setattr__(self, name, value):
        if name[:2] == '__' == name[-2:] or name == '_name':
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    def __iter__(self):
        yield Unpack[self]

    def __reduce__(self):
        import typing
        origin = getattr(typing, self._name) if self._name else self.__origin__
        return _take_item, (origin, self.__args__[0] if len(self.__args__) == 1 else self.__args__)


def _substituted(args, values, flat=False):
    """The arguments with parameters replaced; `flat`: lists of parameters lie among the others."""
    done = []
    for arg in args:
        new = _substitute(arg, values)
        several = flat or isinstance(arg, _UnpackGenericAlias) and isinstance(arg.__args__[0], TypeVarTuple)
        done.extend(new) if several and isinstance(new, tuple) else done.append(new)
    return tuple(done)


def _substitute(arg, values):
    if isinstance(arg, type) and not isinstance(arg, GenericAlias):
        return arg
    if isinstance(arg, tuple):
        return _substituted(arg, values)
    if hasattr(arg, '__typing_subst__'):
        return arg.__typing_subst__(values[arg])
    inner = []
    for parameter in getattr(arg, '__parameters__', ()):
        value = values[parameter]
        inner.extend(value) if isinstance(parameter, TypeVarTuple) else inner.append(value)
    return arg[tuple(inner)] if getattr(arg, '__parameters__', ()) else arg


class _LiteralGenericAlias(_GenericAlias):
    def __init__(self, origin, args, name=None):
        super().__init__(origin, args, name)
        self.__parameters__ = ()

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(_type_repr, self.__args__)) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(type(arg), arg) for arg in self.__args__} == {(type(arg), arg) for arg in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(arg), arg) for arg in self.__args__))


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), 'Annotated')
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

    def __reduce__(self):
        return _take_item, (Annotated, (self.__origin__, *self.__metadata__))

    __iter__ = None


class _UnpackGenericAlias(_GenericAlias):
    def __repr__(self):
        arg = self.__args__[0]
        return f'typing.Unpack[{arg.__name__ if isinstance(arg, TypeVarTuple) else _arg_repr(arg)}]'

    def __getitem__(self, args):
        return _as_tuple(args) if isinstance(self.__args__[0], TypeVarTuple) else super().__getitem__(args)

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        return arg.__args__ if getattr(arg, '__origin__', None) is tuple else None


class _ConcatenateGenericAlias(_GenericAlias):
    def _copy(self, args):
        last = args[-1]
        if isinstance(last, (list, tuple)):
            return (*args[:-1], *last)
        if isinstance(last, _ConcatenateGenericAlias):
            args = (*args[:-1], *last.__args__)
        return super()._copy(args)


class _CallableGenericAlias(_GenericAlias):
    """Its arguments are those of the function and then the result, or `...` or a ParamSpec and the result."""

    __iter__ = None

    def __reduce__(self):
        import typing
        args = self.__args__
        return _take_item, (typing.Callable, args if self._is_open() else (list(args[:-1]), args[-1]))

    def _is_open(self):
        args = self.__args__
        return len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or
                                   getattr(args[0], '__origin__', None) is Concatenate)

    def __repr__(self):
        if self._is_open():
            return super().__repr__()
        return f'typing.Callable[{_arg_repr(self.__args__[:-1])}, {_arg_repr(self.__args__[-1])}]'


class _SpecialGenericAlias(_Form):
    """A class by its name in this module, not subscripted: List, Iterable ..."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count
        self._name = self.__name__ = self.__qualname__ = name
        self.__module__ = 'typing'
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'
        self._made = {}

    def __repr__(self):
        return 'typing.' + self._name

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __getitem__(self, params):
        try:
            return self._made[params]
        except KeyError:
            made = self._made[params] = self._make(params)
            return made
        except TypeError:
            return self._make(params)

    def _make(self, params):
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
        if not self._count:
            raise TypeError(f'{self} is not a generic class')
        _check_count(self, params, self._count)
        return _GenericAlias(self.__origin__, params, self._name)

    def __mro_entries__(self, bases):
        return _class_and_generic(self, bases)

    def __call__(self, *args, **kwargs):
        if self._name in _NOT_MADE:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwargs)

    __iter__ = None

    def __setattr__(self, name, value):
        if name[:2] == '__' == name[-2:] or name in ('_name', '_made', '_count'):
            object.__setattr__(self, name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias):
    def _make(self, params):
        params = _as_tuple(params)
        if len(params) >= 2 and params[-1] is ...:
            return _GenericAlias(tuple, (*map(_convert, params[:-1]), ...), 'Tuple')
        return _GenericAlias(tuple, tuple(_one_type(param, 'Tuple[t0, t1, ...]: each t must be a type.') for param in params), 'Tuple')


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, params):
        if isinstance(params, tuple) and len(params) == 2 and isinstance(params[0], list):
            params = tuple(params[0]), params[1]            # which can be a key
        return super().__getitem__(params)

    def _make(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        result = _one_type(result, 'Callable[args, result]: result must be a type.')
        if isinstance(args, (list, tuple)):
            flat = []
            for arg in map(_convert, args):
                flat.extend(arg) if isinstance(arg, (list, tuple)) else flat.append(arg)
            return _CallableGenericAlias(self.__origin__, (*flat, result), 'Callable')
        return _CallableGenericAlias(self.__origin__, (_convert(args), result), 'Callable')
