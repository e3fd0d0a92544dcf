"""Classes that are mostly data: __init__, __repr__, comparison and more, made from annotated names."""

import sys
import annotationlib

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT = '__post_init__'
_MappingProxy = type(type.__dict__)
_Generic = type(list[int])


class FrozenInstanceError(AttributeError):
    """Raised where a field of a frozen dataclass is set or deleted."""


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FACTORY_TYPE:
    def __repr__(self):
        return '<factory>'


_fields_shown = set()                   # ids of the fields that are being shown
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _FACTORY_TYPE()


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _CLASS_VAR, _INIT_VAR = _Kind('_FIELD'), _Kind('_FIELD_CLASSVAR'), _Kind('_FIELD_INITVAR')


class InitVar:
    """The annotation of a parameter of __init__ that is given to __post_init__ and not kept."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) and not isinstance(self.type, _Generic) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What a dataclass knows of one of its names."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 'doc', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxy({} if metadata is None else metadata)
        self.kw_only = kw_only
        self.doc = doc

    def __repr__(self):
        if id(self) in _fields_shown:           # its type may be itself
            return '...'
        shown = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only', 'doc')
        _fields_shown.add(id(self))
        try:
            return f'Field({",".join(f"{name}={getattr(self, name)!r}" for name in shown)},_field_type={self._field_type})'
        finally:
            _fields_shown.discard(id(self))

    def __set_name__(self, owner, name):
        function = getattr(type(self.default), '__set_name__', None)
        if function:
            function(self.default, owner, name)

    __class_getitem__ = classmethod(_Generic)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f'_DataclassParams({",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    """Say more about a field than its type and default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


# --- reading the class

def _named_by(text, cls, wanted):
    """Whether an annotation that is text begins with a name of what `wanted` accepts."""
    name, rest = _first_word(text)
    namespace = vars(sys.modules.get(cls.__module__, sys))
    if rest.startswith('.'):
        inner = _first_word(rest[1:])[0]
        if inner:
            namespace, name = getattr(namespace.get(name), '__dict__', {}), inner
    return bool(name) and wanted(namespace.get(name))


def _first_word(text):
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end] == '_' or text[end].isalnum()):
        end += 1
    return text[:end], text[end:].lstrip()


def _is_class_var(annotation):
    typing = sys.modules.get('typing')
    return typing is not None and (annotation is typing.ClassVar or
                                   getattr(annotation, '__origin__', None) is typing.ClassVar)


def _is_init_var(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _is(annotation, cls, wanted):
    return _named_by(annotation, cls, wanted) if isinstance(annotation, str) else wanted(annotation)


def _make_field(cls, name, annotation, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING           # of __slots__
        elif hasattr(type(default), '__get__') and default is not MISSING:
            default = getattr(cls, name, MISSING)
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = (_CLASS_VAR if _is(annotation, cls, _is_class_var) else
                        _INIT_VAR if _is(annotation, cls, _is_init_var) else _FIELD)
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type is _CLASS_VAR:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
    return made


def _own_fields(cls, kw_only):
    made = []
    seen_marker = False
    annotations = annotationlib.get_annotations(cls, format=3) if _has_own_annotations(cls) else {}
    for name, annotation in annotations.items():
        if _is(annotation, cls, _is_kw_only):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = kw_only = True
        else:
            made.append(_make_field(cls, name, annotation, kw_only))
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return made


def _has_own_annotations(cls):
    return any(name in cls.__dict__ for name in ('__annotations__', '__annotate__', '__annotate_func__')) or bool(
        getattr(cls, '__annotations__', None) if not hasattr(cls, '__annotate__') else cls.__annotate__)


def _collect_fields(cls, kw_only, frozen):
    """All fields, those of bases first. Sets the class attributes that are defaults."""
    fields = {}
    any_frozen = any_other = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            fields.update(inherited)
            if getattr(base, _PARAMS).frozen:
                any_frozen = True
            else:
                any_other = True
    for made in _own_fields(cls, kw_only):
        fields[made.name] = made
        if isinstance(cls.__dict__.get(made.name), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    if any_frozen and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if any_other and frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return fields


# --- making methods: their source is put together and compiled at once

class _Methods:
    def __init__(self, cls):
        self.cls = cls
        self.source = []
        self.names = {}                 # that the source refers to
        self.made = []                  # (name, message for what may not be overwritten, or None)

    def add(self, name, parameters, body, message=None):
        lines = '\n  '.join(body)
        self.source.append(f' def {name}({parameters}):\n  {lines}')
        self.made.append((name, message))

    def install(self, annotate):
        if not self.made:
            return
        names = [name for name, message in self.made]
        text = f'def make({", ".join(self.names)}):\n' + '\n'.join(self.source) + f'\n return {", ".join(names)},'
        namespace = {}
        module = sys.modules.get(self.cls.__module__)
        exec(text, vars(module) if module else {}, namespace)
        for function, (name, message) in zip(namespace['make'](**self.names), self.made):
            function.__qualname__ = f'{self.cls.__qualname__}.{name}'
            if name == '__init__':
                function.__annotate__ = annotate
            if name in self.cls.__dict__ and message is not False:
                if message is not None:
                    raise TypeError(message)
                continue
            setattr(self.cls, name, function)


def _add_init(methods, fields, frozen, self_name):
    ordered = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    last = None
    for f in ordered:
        if f.default is not MISSING or f.default_factory is not MISSING:
            last = f
        elif last is not None:
            raise TypeError(f'non-default argument {f.name!r} follows default argument {last.name!r}')
    parameters = [self_name, *(_parameter(methods, f) for f in ordered)]
    if keyword:
        parameters += ['*', *(_parameter(methods, f) for f in keyword)]
    body = []
    if frozen:
        methods.names['__dataclass_set__'] = object.__setattr__
    for f in fields:
        value = _initial_value(methods, f)
        if value is None or f._field_type is _INIT_VAR:
            continue
        body.append(f'__dataclass_set__({self_name}, {f.name!r}, {value})' if frozen else f'{self_name}.{f.name} = {value}')
    if hasattr(methods.cls, _POST_INIT):
        body.append(f'{self_name}.{_POST_INIT}({", ".join(f.name for f in fields if f._field_type is _INIT_VAR)})')
    methods.add('__init__', ', '.join(parameters), body or ['pass'])


def _parameter(methods, f):
    if f.default is not MISSING:
        methods.names[f'__dataclass_default_{f.name}__'] = f.default
        return f'{f.name}=__dataclass_default_{f.name}__'
    if f.default_factory is not MISSING:
        methods.names['__dataclass_factory__'] = _FACTORY
        return f'{f.name}=__dataclass_factory__'
    return f.name


def _initial_value(methods, f):
    """The expression that a field is set to in __init__, or None."""
    if f.default_factory is not MISSING:
        factory = f'__dataclass_factory_{f.name}__'
        methods.names[factory] = f.default_factory
        return f'{factory}() if {f.name} is __dataclass_factory__ else {f.name}' if f.init else f'{factory}()'
    if f.init:
        return f.name
    # The default is a class attribute, unless the class has slots.
    if f.default is not MISSING and methods.slots:
        methods.names[f'__dataclass_default_{f.name}__'] = f.default
        return f'__dataclass_default_{f.name}__'
    return None


_in_repr = set()


def _add_repr(methods, fields):
    shown = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in fields if f.repr)
    methods.names['__dataclass_in_repr__'] = _in_repr
    methods.add('__repr__', 'self', [
        'key = id(self)',
        'if key in __dataclass_in_repr__: return "..."',
        '__dataclass_in_repr__.add(key)',
        f'try: return f"{{self.__class__.__qualname__}}({shown})"',
        'finally: __dataclass_in_repr__.discard(key)'])


def _add_eq(methods, fields):
    terms = ' and '.join(f'self.{f.name}==other.{f.name}' for f in fields if f.compare) or 'True'
    methods.add('__eq__', 'self, other', ['if self is other: return True',
                                          f'if other.__class__ is self.__class__: return {terms}', 'return NotImplemented'])


def _tuple_text(name, fields):
    return f'({"".join(f"{name}.{f.name}," for f in fields)})'


def _add_order(methods, fields):
    compared = [f for f in fields if f.compare]
    for name, sign in ('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>='):
        methods.add(name, 'self, other', [
            f'if other.__class__ is self.__class__: return {_tuple_text("self", compared)}{sign}{_tuple_text("other", compared)}',
            'return NotImplemented'],
            f'Cannot overwrite attribute {name} in class {methods.cls.__name__} Consider using functools.total_ordering')


def _add_frozen(methods, fields):
    cls = methods.cls
    methods.names['__dataclass_class__'] = cls
    methods.names['FrozenInstanceError'] = FrozenInstanceError
    condition = 'type(self) is __dataclass_class__'
    if fields:
        condition += f' or name in ({"".join(f"{f.name!r}, " for f in fields)})'
    for name, parameters, arguments, verb in (('__setattr__', 'self, name, value', 'name, value', 'assign to'),
                                              ('__delattr__', 'self, name', 'name', 'delete')):
        methods.add(name, parameters, [
            f'if {condition}: raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
            f'super(__dataclass_class__, self).{name}({arguments})'], f'Cannot overwrite attribute {name} in class {cls.__name__}')


def _add_hash(methods, fields, params, has_own_hash):
    cls = methods.cls
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    if params.unsafe_hash:
        if has_own_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif not params.eq or has_own_hash:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    # False: what is in the class is the None that __eq__ brought with it.
    methods.add('__hash__', 'self', [f'return hash({_tuple_text("self", hashed)})'], False)


# --- slots

def _update_class_cell(function, old, new):
    """Tells the cell that super() and __class__ read of the new class; says whether it was found."""
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
    function = getattr(function, '__func__', function)
    code = getattr(function, '__code__', None)
    if code is None or '__class__' not in code.co_freevars:
        return False
    cell = function.__closure__[code.co_freevars.index('__class__')]
    if cell.cell_contents is not old:
        return False
    cell.cell_contents = new
    return True


def _with_slots(cls, fields, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', '__weakref__' if hasattr(base, '__weakref__') else ())
        if hasattr(slots, '__next__'):
            raise TypeError(f'Slots of {base.__name__!r} cannot be determined')
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    slots = {f.name: f.doc for f in fields if f.name not in inherited}
    if weakref_slot and '__weakref__' not in inherited:
        slots['__weakref__'] = None
    namespace['__slots__'] = slots if any(doc is not None for doc in slots.values()) else tuple(slots)
    for f in fields:
        namespace.pop(f.name, None)
    for name in ('__dict__', '__weakref__'):
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    for member in namespace.values():
        parts = (member.fget, member.fset, member.fdel) if isinstance(member, property) else (member,)
        if any(_update_class_cell(part, cls, made) for part in parts):
            break
    return made


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


# --- the decorator

def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, _Generic):
        name = annotation.__qualname__
        return name if annotation.__module__ == 'builtins' else f'{annotation.__module__}.{name}'
    if isinstance(annotation, annotationlib.ForwardRef):
        return annotation.__forward_arg__
    return repr(annotation).replace('typing.', '')


def _doc_of(cls, fields, types):
    """Name and parameters of the class, for one that has no docstring."""
    def text(f):
        shown = f'{f.name}: {_annotation_text(types[f.name])}'
        if f.default is not MISSING:
            shown += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            shown += ' = <factory>'
        return shown
    parameters = [text(f) for f in fields if f.init and not f.kw_only]
    keyword = [text(f) for f in fields if f.init and f.kw_only]
    return f'{cls.__name__}({", ".join(parameters + (["*"] + keyword if keyword else []))})'


def _doc_of_own(cls):
    """The same for a class whose __init__ was not made here."""
    import inspect
    try:
        return cls.__name__ + str(inspect.signature(cls, annotation_format=3)).replace(' -> None', '')
    except (TypeError, ValueError):
        return cls.__name__


def _init_annotations(cls, types):
    """What __init__ answers when it is asked for its annotations: those of the class, evaluated then."""
    def annotate(format, /):
        if format not in (1, 3, 4):
            raise NotImplementedError(format)
        known = {}
        for base in reversed(cls.__mro__):
            known.update(annotationlib.get_annotations(base, format=format))
        text = annotationlib.type_repr if format == 4 else lambda annotation: annotation
        return {name: known[name] if name in known else text(annotation) for name, annotation in types.items()} | {'return': text(None)}
    return annotate


def _process(cls, params):
    fields = _collect_fields(cls, params.kw_only, params.frozen)
    setattr(cls, _PARAMS, params)
    setattr(cls, _FIELDS, fields)
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_own_hash = not (own_hash is MISSING or (own_hash is None and '__eq__' in cls.__dict__))
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    parameters = [f for f in fields.values() if f._field_type is not _CLASS_VAR]
    kept = [f for f in fields.values() if f._field_type is _FIELD]
    methods = _Methods(cls)
    methods.slots = params.slots
    if params.init:
        _add_init(methods, parameters, params.frozen, '__dataclass_self__' if 'self' in fields else 'self')
    if params.repr:
        _add_repr(methods, kept)
    if params.eq:
        _add_eq(methods, kept)
    if params.order:
        _add_order(methods, kept)
    if params.frozen:
        _add_frozen(methods, kept)
    _add_hash(methods, kept, params, has_own_hash)
    own_init = not params.init or '__init__' in cls.__dict__
    annotate = _init_annotations(cls, {f.name: f.type for f in parameters if f.init})
    methods.install(annotate)
    ordered = [f for f in parameters if f.init and not f.kw_only] + [f for f in parameters if f.init and f.kw_only]
    if not getattr(cls, '__doc__'):
        cls.__doc__ = _doc_of_own(cls) if own_init else _doc_of(cls, ordered, annotate(3))
    if params.match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in parameters if f.init and not f.kw_only)
    if params.weakref_slot and not params.slots:
        raise TypeError('weakref_slot is True but slots is False')
    if params.slots:
        if params.frozen:
            for name, function in ('__getstate__', _get_state), ('__setstate__', _set_state):
                if name not in cls.__dict__:
                    setattr(cls, name, function)
        cls = _with_slots(cls, kept, params.weakref_slot)
    if hasattr(cls, '__abstractmethods__'):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add methods to a class according to its annotated names."""
    def decorate(cls):
        cls = _process(cls, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
        cls.__replace__ = cls.__dict__.get('__replace__', _replace)
        return cls
    return decorate if cls is None else decorate(cls)


# --- functions

def fields(class_or_instance):
    """A tuple of the Field objects of a dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


_plain_types = frozenset({bool, int, float, complex, str, bytes, type(None), type(...), type(NotImplemented), type, range})


def _converted(value, convert):
    """A copy of a value, with dataclass instances in lists, tuples and dicts converted."""
    kind = type(value)
    if kind in _plain_types:
        return value
    if hasattr(kind, _FIELDS):
        return convert(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return kind(*[_converted(item, convert) for item in value])
    if isinstance(value, (list, tuple)):
        return kind(_converted(item, convert) for item in value)
    if isinstance(value, dict):
        if hasattr(kind, 'default_factory'):
            copy = kind(value.default_factory)
            for key, item in value.items():
                copy[_converted(key, convert)] = _converted(item, convert)
            return copy
        return kind((_converted(key, convert), _converted(item, convert)) for key, item in value.items())
    import copy
    return copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    """The fields of a dataclass instance as a dict, those of nested ones too."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def convert(obj):
        return dict_factory([(f.name, _converted(getattr(obj, f.name), convert)) for f in fields(obj)])
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of a dataclass instance as a tuple, those of nested ones too."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def convert(obj):
        return tuple_factory([_converted(getattr(obj, f.name), convert) for f in fields(obj)])
    return convert(obj)


def replace(obj, /, **changes):
    """A copy of a dataclass instance with other values in some fields."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _CLASS_VAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _INIT_VAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):
    """Make a dataclass of the given name and fields: names, (name, type) or (name, type, field)."""
    from keyword import iskeyword
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, MISSING
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        if annotation is MISSING:
            from typing import Any as annotation
        annotations[name] = annotation
    if module is None:
        module = sys._getframe(1).f_globals.get('__name__') or '__main__'
    body = {**(namespace or {}), **defaults, '__annotations__': annotations}
    if module is not None:
        body['__module__'] = module
    from types import new_class
    cls = new_class(cls_name, bases, {}, lambda namespace: namespace.update(body))
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
