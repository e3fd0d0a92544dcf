"""Signatures, for the module inspect."""

import enum
import functools
import sys
import types
from annotationlib import ForwardRef, get_annotations
from collections import OrderedDict

__name__ = 'inspect'                    # what is defined here says that it is of that module


class _empty:
    """Stands for a default or an annotation that is not there."""


class _void:
    """Stands for what is not to be replaced."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        made = int.__new__(cls, len(cls.__members__))
        made._value_ = len(cls.__members__)
        made.description = description
        return made

    def __str__(self):
        return self.name


_ONLY, _BOTH, _ARGS, _KEYWORD, _KWARGS = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """The text of an annotation."""
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, ForwardRef):
        return annotation.__forward_arg__
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def unwrap(func, *, stop=None):
    """What is behind the attributes __wrapped__."""
    seen = {id(func)}
    first = func
    while not isinstance(func, type) and hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.add(id(func))
    return func


class Parameter:
    """One parameter: name, kind, default, annotation."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_ARGS, _KWARGS):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[:1] == '.' and name[1:].isdigit():
            if self._kind is not _BOTH:
                raise ValueError('implicit arguments must be passed as positional or keyword arguments, '
                                 f'not {self._kind.description}')
            self._kind = _ONLY
            name = f'implicit{name[1:]}'
        from keyword import iskeyword
        if not name.isidentifier() or iskeyword(name) and self._kind is not _ONLY:
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """Another parameter, different in what is given."""
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_annotation': self._annotation, '_default': self._default}

    def __setstate__(self, state):
        self._default, self._annotation = state['_default'], state['_annotation']

    def _text(self, quote=True):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation, quote_annotation_strings=quote)
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        return {_ARGS: '*', _KWARGS: '**'}.get(self._kind, '') + text

    def __str__(self):
        return self._text()

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default and
                self._annotation == other._annotation)


class BoundArguments:
    """Arguments by the names of the parameters that take them."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        """The Signature."""
        return self._signature

    @property
    def args(self):
        """The positional arguments, a tuple."""
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_KEYWORD, _KWARGS) or name not in self.arguments:
                break
            value = self.arguments[name]
            args.extend(value) if parameter.kind == _ARGS else args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        """The keyword arguments, a dict."""
        kwargs, by_keyword = {}, False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_KEYWORD, _KWARGS) or name not in self.arguments:
                by_keyword = by_keyword or parameter.kind in (_KEYWORD, _KWARGS) or parameter.kind != _ARGS
            if not by_keyword or name not in self.arguments:
                continue
            value = self.arguments[name]
            kwargs.update(value) if parameter.kind == _KWARGS else kwargs.__setitem__(name, value)
        return kwargs

    def apply_defaults(self):
        """Add defaults of the parameters that have got nothing."""
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is _ARGS:
                arguments[name] = ()
            elif parameter.kind is _KWARGS:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __setstate__(self, state):
        self._signature, self.arguments = state['_signature'], state['arguments']

    def __repr__(self):
        return f'<{self.__class__.__name__} ({", ".join(f"{name}={value!r}" for name, value in self.arguments.items())})>'


class Signature:
    """What can be called with what: an ordered mapping of parameters, and the annotation of the result."""

    __slots__ = ('_return_annotation', '_parameters')
    empty = _empty
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = OrderedDict()
        top, with_default = _ONLY, False
        for parameter in parameters or ():
            kind, name = parameter.kind, parameter.name
            if kind < top:
                raise ValueError(f'wrong parameter order: {top.description} parameter before {kind.description} parameter')
            if kind > top:
                top = kind
            if kind in (_ONLY, _BOTH):
                if parameter.default is not _empty:
                    with_default = True
                elif with_default:
                    raise ValueError('non-default argument follows default argument')
            elif kind in (_ARGS, _KWARGS) and any(other.kind == kind for other in found.values()):
                raise ValueError(f'more than one {kind.description} parameter')
            if name in found:
                raise ValueError(f'duplicate parameter name: {name!r}')
            found[name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
        """The signature of something."""
        made = _signature_of(obj, follow_wrapped, globals, locals, eval_str, annotation_format)
        if type(made) is Signature is not cls:
            made = cls([cls._parameter_cls(p.name, p.kind, default=p.default, annotation=p.annotation) for p in made.parameters.values()],
                       return_annotation=made.return_annotation)
        return made

    def replace(self, *, parameters=_void, return_annotation=_void):
        """Another signature, different in what is given."""
        return type(self)(self._parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    __replace__ = replace

    def __hash__(self):
        fixed, by_name, annotation = self._key()
        return hash((fixed, frozenset(by_name.values()), annotation))

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def _key(self):
        """What makes it equal to another: the order of keyword-only parameters does not."""
        every = self._parameters.values()
        return (tuple(p for p in every if p.kind != _KEYWORD), {p.name: p for p in every if p.kind == _KEYWORD},
                self._return_annotation)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def bind(self, /, *args, **kwargs):
        """The BoundArguments of a call. TypeError if it would not be possible."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same, where arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, kwargs = {}, dict(kwargs)
        given = list(args)
        every = list(self._parameters.values())
        for at, parameter in enumerate(every):
            if parameter.kind in (_KEYWORD, _KWARGS):
                break
            if parameter.kind == _ARGS:
                if given:
                    arguments[parameter.name] = tuple(given)
                given = []
            elif given:
                if parameter.name in kwargs and parameter.kind != _ONLY:
                    raise TypeError(f'multiple values for argument {parameter.name!r}')
                arguments[parameter.name] = given.pop(0)
        if given:
            raise TypeError('too many positional arguments')
        rest = next((p for p in every if p.kind == _KWARGS), None)
        # A keyword-only one right behind the positional arguments is called so when it is missing.
        first = next((p for p in every if p.name not in arguments), None)
        if first is not None and (first.kind != _KEYWORD or any(p.kind == _ARGS for p in every)):
            first = None
        only = []
        for parameter in every:
            name = parameter.name
            if name in arguments or parameter.kind in (_ARGS, _KWARGS):
                continue
            if parameter.kind == _ONLY and name in kwargs:
                if parameter.default is _empty:
                    raise TypeError(f'missing a required positional-only argument: {name!r}')
                if rest is None:
                    only.append(name)
                continue
            if name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required{" keyword-only" * (parameter is first)} argument: {name!r}')
        if kwargs:
            if only:
                raise TypeError('got some positional-only arguments passed as keyword arguments: ' + repr(', '.join(only)))
            if rest is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[rest.name] = kwargs
        return BoundArguments(self, {name: arguments[name] for name in self._parameters if name in arguments})

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The text; with a line for each parameter if it is wider than `max_width`."""
        parts, star, slash = [], True, False
        for parameter in self._parameters.values():
            if parameter.kind == _ONLY:
                slash = True
            elif slash:
                parts.append('/')
                slash = False
            if parameter.kind == _ARGS:
                star = False
            elif parameter.kind == _KEYWORD and star:
                parts.append('*')
                star = False
            parts.append(parameter._text(quote_annotation_strings))
        if slash:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation, quote_annotation_strings=quote_annotation_strings)}'
        return text


# --- signatures of things

def _of_function(function, globals, locals, eval_str, format):
    code = function.__code__
    names = code.co_varnames
    annotations = get_annotations(function, globals=globals, locals=locals, eval_str=eval_str, format=format)
    defaults, by_keyword = function.__defaults__ or (), function.__kwdefaults__ or {}
    count, only = code.co_argcount, code.co_posonlyargcount
    parameters = []
    for k in range(count):
        at = k - (count - len(defaults))
        parameters.append((names[k], _ONLY if k < only else _BOTH, defaults[at] if at >= 0 else _empty))
    at = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        parameters.append((names[at], _ARGS, _empty))
        at += 1
    parameters += [(name, _KEYWORD, by_keyword.get(name, _empty)) for name in names[count:count + code.co_kwonlyargcount]]
    if code.co_flags & 8:
        parameters.append((names[at], _KWARGS, _empty))
    return Signature([Parameter(name, kind, default=default, annotation=annotations.get(name, _empty))
                      for name, kind, default in parameters], return_annotation=annotations.get('return', _empty))


def _of_text(obj, text):
    """Of what is written in C: by the text that tells its parameters."""
    if '$' in text:
        before, after = text.split('$', 1)
        first, comma, others = after.partition(',')
        text = before + after if '/' in after or not comma else f'{before}{first}, /,{others}'
    bound = getattr(obj, '__self__', None)
    plain = bound is None or isinstance(bound, (type, types.ModuleType))
    module = getattr(obj, '__objclass__', obj if plain else type(bound)).__module__
    names = {'sys': sys, module: sys.modules.get(module), **vars(sys.modules.get(module, sys))}
    try:
        exec(f'def function{text}: pass', names)
    except (SyntaxError, NameError, AttributeError):
        raise ValueError(f'{obj!r} builtin has invalid signature') from None
    made = _of_function(names['function'], None, None, False, 1)
    first = next(iter(made.parameters), None)
    if first == 'module' or first in ('self', 'type') and bound is not None:
        made = _without_first(made)
    return made


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD, _KWARGS):
        raise ValueError('invalid method signature')
    if parameters[0].kind in (_ONLY, _BOTH):
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _of_partial(wrapped, partial):
    parameters = OrderedDict(wrapped.parameters)
    from functools import Placeholder
    try:
        given = wrapped.bind_partial(*partial.args, **partial.keywords)
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    by_keyword = False
    for name, parameter in wrapped.parameters.items():
        if name in given.arguments:
            value = given.arguments[name]
            if parameter.kind is _ONLY:
                if value is Placeholder:
                    parameters[name] = parameter.replace(default=_empty)
                else:
                    del parameters[name]
                continue
            if parameter.kind is _BOTH:
                if name in partial.keywords:
                    by_keyword = True
                    parameters[name] = Parameter(name, _KEYWORD, default=value, annotation=parameter.annotation)
                elif value is Placeholder:
                    parameters[name] = Parameter(name, _ONLY, annotation=parameter.annotation)
                else:
                    del parameters[name]
                continue
            if parameter.kind is _KEYWORD:
                parameters[name] = Parameter(name, _KEYWORD, default=value, annotation=parameter.annotation)
                continue
        if by_keyword and parameter.kind in (_BOTH, _KEYWORD):
            parameters[name] = Parameter(name, _KEYWORD, default=parameter.default, annotation=parameter.annotation)
        elif by_keyword and parameter.kind is _ARGS:
            del parameters[name]
    return wrapped.replace(parameters=parameters.values())


def _bound(signature, rest):
    """Without the parameter that is bound, unless it is wanted."""
    return _without_first(signature) if rest[5] else signature


def _of_class(cls, rest):
    if cls is type:
        raise ValueError(f'no signature found for builtin {cls!r}')
    call = _from_python(type(cls), '__call__')
    if call is not None:
        return _bound(_signature_of(call, *rest), rest)
    for base in cls.__mro__:
        for name in ('__new__', '__init__'):
            found = vars(base).get(name)
            if isinstance(found, types.FunctionType) or name == '__new__' and isinstance(found, staticmethod):
                return _bound(_signature_of(getattr(found, '__func__', found), *rest), rest)
        text = vars(base).get('__text_signature__') or (base.__text_signature__ if base.__flags__ & 512 == 0 else None)
        if base is not object and isinstance(text, str):
            return _of_text(cls, text)
    if type not in cls.__mro__:
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return Signature()
        raise ValueError(f'no signature found for builtin type {cls!r}')
    raise ValueError(f'callable {cls!r} is not supported by signature')


def _from_python(cls, name):
    """A method that is a function written in Python."""
    for base in cls.__mro__:
        found = vars(base).get(name)
        if found is not None:
            found = getattr(found, '__func__', found)
            return found if isinstance(found, types.FunctionType) else None
    return None


def _is_like_function(obj):
    """Whether it has what tells the parameters of a function."""
    return (isinstance(getattr(obj, '__name__', None), str) and isinstance(getattr(obj, '__code__', None), types.CodeType) and
            isinstance(getattr(obj, '__defaults__', 0), (tuple, types.NoneType)) and
            isinstance(getattr(obj, '__kwdefaults__', 0), (dict, types.NoneType)) and
            isinstance(getattr(obj, '__annotations__', 0), (dict, types.NoneType)))


def _signature_of(obj, follow_wrapped=True, globals=None, locals=None, eval_str=False, format=1, skip=True):
    rest = follow_wrapped, globals, locals, eval_str, format, skip
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        return _bound(_signature_of(obj.__func__, *rest), rest)
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature_of(obj, *rest)
    made = getattr(obj, '__signature__', None)
    if made is not None:
        if isinstance(obj, type):           # as enumerations have it
            if not isinstance(made, (Signature, str)) and callable(made):
                made = made()
            if isinstance(made, str):
                return _of_text(obj, made)
        if not isinstance(made, Signature):
            raise TypeError(f'unexpected object {made!r} in __signature__ attribute')
        return made
    method = getattr(obj, '__partialmethod__', None)
    if isinstance(method, functools.partialmethod):
        wrapped = _signature_of(method.func, *rest)
        if not wrapped.parameters:
            raise ValueError(f'partial object {method!r} has incorrect arguments')
        first, *others = wrapped.parameters.values()
        if first.kind is _ARGS:
            return _of_partial(wrapped, functools.partial(method.func, *method.args, **method.keywords))
        made = _of_partial(wrapped.replace(parameters=others), functools.partial(method.func, *method.args, **method.keywords))
        return made.replace(parameters=(first, *made.parameters.values()))
    if isinstance(obj, types.FunctionType) or not isinstance(obj, type) and _is_like_function(obj):
        if text := getattr(obj, '__text_signature__', None):
            return _of_text(obj, text)
        return _of_function(obj, *rest[1:5])
    if isinstance(obj, functools.partial):
        return _of_partial(_signature_of(obj.func, *rest), obj)
    if isinstance(obj, type):
        return _of_class(obj, rest)
    text = getattr(obj, '__text_signature__', None)
    if text:
        return _of_text(obj, text)
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
                        types.MethodWrapperType, types.ClassMethodDescriptorType)):
        raise ValueError(f'no signature found for builtin {obj!r}')
    for base in type(obj).__mro__:
        call = vars(base).get('__call__')
        if call is not None and not isinstance(call, types.WrapperDescriptorType):
            get = getattr(type(call), '__get__', None)
            return _signature_of(get(call, obj, type(obj)) if get else call, *rest)
    # Called by a slot, which takes whatever is given.
    return Signature([Parameter('args', Parameter.VAR_POSITIONAL), Parameter('kwargs', Parameter.VAR_KEYWORD)])


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    """The Signature of something that can be called."""
    return _signature_of(obj, follow_wrapped, globals, locals, eval_str, annotation_format)
