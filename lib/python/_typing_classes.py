"""Classes that the module typing makes: named tuples, typed dicts, new types."""

import sys
from annotationlib import annotations_to_string, call_annotate_function, get_annotations
from _typing import Generic
from _typing_forms import NotRequired, ReadOnly, Required, _GenericAlias, _AnnotatedAlias, _Form, _one_type

__name__ = 'typing'                     # what is defined here says that it is of that module


# --- NamedTuple

def _make_namedtuple(name, types, defaults, module, original=None):
    from collections import namedtuple
    made = namedtuple(name, [field for field, _ in types], defaults=defaults, module=module)
    checked = {key: _one_type(value, f'field {key} annotation must be a type') for key, value in types}

    def annotate(format, /):
        if format == 2:
            raise NotImplementedError
        if not original:
            return annotations_to_string(checked) if format == 4 else dict(checked)
        found = call_annotate_function(original, format)
        return found if format == 4 else {key: _one_type(value, key) for key, value in found.items()}
    made.__annotate__ = made.__new__.__annotate__ = annotate
    return made


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        for base in bases:
            if base is not _named_tuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        if bases.count(_named_tuple) > 1:
            raise TypeError('duplicate base class tuple')
        annotated = _AnnotatedNamespace(namespace)
        types = get_annotations(annotated, format=3)
        with_default = [field for field in types if field in namespace]
        first = None
        for field in types:
            if field in namespace:
                first = first or field
            elif first is not None:
                several = 's' if len(with_default) > 1 else ''
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field{several} {", ".join(with_default)}')
        made = _make_namedtuple(name, types.items(), [namespace[field] for field in with_default], namespace['__module__'],
                                annotated.__annotate__)
        extra = {}
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types', '_make',
                       '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__module__', '__name__', '__annotations__', '__annotate__', '__annotate_func__', '__classcell__',
                           '__static_attributes__', '__firstlineno__') and key not in made._fields:
                extra[key] = value
        if Generic in bases:
            body = {**dict(vars(made)), **extra, '__slots__': (), '__class_getitem__': classmethod(
                lambda cls, params: vars(Generic)['__class_getitem__'].__get__(None, cls)(params))}
            for key in ('__dict__', '__weakref__'):
                body.pop(key, None)
            made = type(name, tuple(tuple if base is _named_tuple else base for base in bases), body)
        else:
            for key, value in extra.items():
                setattr(made, key, value)
                set_name = getattr(type(value), '__set_name__', None)
                if set_name:
                    try:
                        set_name(value, made, key)
                    except BaseException as error:
                        error.add_note(f'Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {name!r}')
                        raise
        cell = namespace.get('__classcell__')
        if cell is not None:
            cell.cell_contents = made
        return made


class _AnnotatedNamespace:
    """The annotations of a class that is not made yet."""

    def __init__(self, namespace):
        annotate = namespace.get('__annotate__') or namespace.get('__annotate_func__')
        self.__annotate__ = annotate
        self.__annotations__ = namespace.get('__annotations__') if annotate is None else None
        if annotate is None and self.__annotations__ is None:
            self.__annotations__ = {}


_named_tuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


_no_fields = object()


def _check_fields(kind, short, empty, fields):
    """Warns of a call without fields; answers whether it is one."""
    if fields is not _no_fields and fields is not None:
        return False
    import warnings
    given = 'Passing `None` as' if fields is None else 'Failing to pass a value for'
    warnings.warn(f'{given} the \'fields\' parameter is deprecated and will be disallowed in Python 3.15. To create a {kind} '
                  f'class with 0 fields using the functional syntax, pass an empty {empty}, e.g. `{short}`.',
                  DeprecationWarning, stacklevel=3)
    return True


def NamedTuple(typename, fields=_no_fields, /, **kwargs):
    """A tuple with named items, as a base class or called with a list of (name, type)."""
    if kwargs and fields is not _no_fields:
        raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments"
                        if fields is None else 'Either list of fields or keywords can be provided to NamedTuple, not both')
    if kwargs:
        import warnings
        warnings.warn('Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python 3.15. '
                      'Use the class-based or functional syntax instead.', DeprecationWarning, stacklevel=2)
        fields = kwargs.items()
    elif _check_fields('NamedTuple', f'{typename} = NamedTuple({typename!r}, [])', 'list', fields):
        fields = ()
    fields = [(name, tp) for name, tp in fields]
    made = _make_namedtuple(typename, fields, (), sys._getframe(1).f_globals.get('__name__'))
    made.__orig_bases__ = (NamedTuple,)
    return made


NamedTuple.__mro_entries__ = lambda bases: (_named_tuple,)


# --- TypedDict

def _qualifiers(annotation):
    """The type without Required[] and the like, and the names of these."""
    found = set()
    while True:
        if isinstance(annotation, _AnnotatedAlias):
            annotation = annotation.__origin__
        elif isinstance(annotation, _GenericAlias) and annotation.__origin__ in (Required, NotRequired, ReadOnly):
            found.add(annotation.__origin__)
            annotation = annotation.__args__[0]
        else:
            return found


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        own = {key: _one_type(value, 'TypedDict(\'Name\', {f0: t0, f1: t1, ...}); each t must be a type', True,
                              namespace.get('__module__'))
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
                if key in mutable:
                    raise TypeError(f'Cannot override mutable key {key!r} with read-only key')
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


def TypedDict(typename, fields=_no_fields, /, *, total=True):
    """A dict with known keys, as a base class or called with a dict of names and types."""
    if _check_fields('TypedDict', f'{typename} = TypedDict({typename!r}, {{}})', 'dictionary', fields):
        fields = {}
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

    def __init_subclass__(cls):
        """Let it be subclassed."""

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
