"""Annotations of functions, classes and modules: as values, with stand-ins for names that are not defined yet, as text.

The compiler makes a function of the annotations, which is called when they are asked for. To get more than values, names
are put into its globals and cells while it runs, and taken out again.
"""

import builtins
import sys

__all__ = ['Format', 'ForwardRef', 'call_annotate_function', 'call_evaluate_function', 'get_annotate_from_class_namespace',
           'get_annotations', 'annotations_to_string', 'type_repr']

_VALUE, _FAKE_GLOBALS, _FORWARDREF, _STRING = 1, 2, 3, 4


def __getattr__(name):
    if name != 'Format':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    global Format
    import enum
    Format = enum.IntEnum('Format', ['VALUE', 'VALUE_WITH_FAKE_GLOBALS', 'FORWARDREF', 'STRING'], module=__name__)
    return Format


class ForwardRef:
    """An expression in an annotation that could not be evaluated yet, as text."""

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_class__ = is_class
        self.__forward_is_argument__ = is_argument
        self.__owner__ = owner

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError('Cannot subclass ForwardRef')

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=_VALUE):
        """The value of the expression."""
        if format == _STRING:
            return self.__forward_arg__
        owner = self.__owner__ if owner is None else owner
        if globals is None:
            globals = self._own_globals(owner)
        names = {}
        if type_params is None:
            type_params = getattr(owner, '__type_params__', ())
        for parameter in type_params:
            names[parameter.__name__] = parameter
        if isinstance(owner, type):
            names.update(vars(owner))
        if locals is not None:
            names.update(locals)
        try:
            return eval(self.__forward_code__, globals, names)
        except Exception:
            if format == _FORWARDREF:
                return self
            raise

    def _own_globals(self, owner):
        if self.__forward_module__ is not None:
            module = self.__forward_module__
            return vars(sys.modules[module] if isinstance(module, str) else module)
        if isinstance(owner, type):
            module = sys.modules.get(owner.__module__)
            return vars(module) if module else {}
        return getattr(owner, '__globals__', {})

    @property
    def __forward_code__(self):
        text = self.__forward_arg__
        if text.startswith('*'):
            text = f'({text},)[0]'
        try:
            return compile(text, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {self.__forward_arg__!r}')

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__ and
                self.__forward_is_class__ == other.__forward_is_class__ and self.__owner__ is other.__owner__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__, self.__forward_is_class__, id(self.__owner__)))

    def __or__(self, other):
        from typing import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing import Union
        return Union[other, self]

    def __repr__(self):
        text = f'ForwardRef({self.__forward_arg__!r}'
        if self.__forward_module__ is not None:
            text += f', module={self.__forward_module__!r}'
        if self.__forward_is_class__:
            text += ', is_class=True'
        if self.__owner__ is not None:
            text += f', owner={self.__owner__!r}'
        return text + ')'


# --- stand-ins for names

class _StandIn:
    """What a name is while an annotation is evaluated: it collects the expression around it as text."""

    def __init__(self, text, made, rank=9):
        self.text, self.made, self.rank = text, made, rank        # how tightly the outermost operator binds; 9: there is none
        made.append(self)

    def _with(self, text, rank=9):
        return _StandIn(text, self.made, rank)

    def _inner(self, rank=9):
        return self.text if self.rank >= rank else f'({self.text})'

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return self._with(f'{self._inner()}.{name}')

    def __getitem__(self, key):
        text = ', '.join(map(_text, key)) if isinstance(key, tuple) and key else _text(key)
        return self._with(f'{self._inner()}[{text}]')

    def __call__(self, *args, **kwargs):
        texts = [_text(arg) for arg in args] + [f'{name}={_text(arg)}' for name, arg in kwargs.items()]
        return self._with(f'{self._inner()}({", ".join(texts)})')

    def __iter__(self):
        yield self._with(f'*{self._inner()}')

    def __hash__(self):
        return id(self)


def _define(name, symbol, rank):
    left, right = rank + (symbol == '**'), rank + (symbol != '**')
    if name in ('neg', 'pos', 'invert'):
        setattr(_StandIn, f'__{name}__', lambda self: self._with(symbol + self._inner(rank), rank))
        return
    setattr(_StandIn, f'__{name}__', lambda self, other: self._with(f'{self._inner(left)} {symbol} {_text(other, right)}', rank))
    if rank:
        setattr(_StandIn, f'__r{name}__', lambda self, other: self._with(f'{_text(other, left)} {symbol} {self._inner(right)}', rank))


_OPERATORS = ('lt <;le <=;gt >;ge >=', 'or |', 'xor ^', 'and &', 'lshift <<;rshift >>', 'add +;sub -',
              'mul *;truediv /;floordiv //;mod %;matmul @', 'neg -;pos +;invert ~', 'pow **')
for _rank, _row in enumerate(_OPERATORS):
    for _operator in _row.split(';'):
        _define(*_operator.split(), _rank)


def _text(value, rank=0):
    if isinstance(value, _StandIn):
        return value._inner(rank)
    if isinstance(value, (str, bytes, int, float, complex)) or value is None:
        return repr(value)
    if value is ...:
        return '...'
    if isinstance(value, list):
        return f'[{", ".join(map(_text, value))}]'
    if isinstance(value, tuple):
        return f'({", ".join(map(_text, value))}{"," if len(value) == 1 else ""})'
    if isinstance(value, slice):
        parts = ['' if part is None else _text(part) for part in (value.start, value.stop)]
        return ':'.join(parts) + ('' if value.step is None else f':{_text(value.step)}')
    return type_repr(value)


_absent = object()


class _Names:
    """Names put into the globals and cells of a function, until restore()."""

    def __init__(self, function):
        self.globals = function.__globals__
        self.cells = dict(zip(function.__code__.co_freevars, function.__closure__ or ()))
        self.before = []

    def put(self, name, value):
        cell = self.cells.get(name)
        if cell is None:
            self.before.append((self.globals, name, self.globals.get(name, _absent)))
            self.globals[name] = value
        else:
            try:
                self.before.append((cell, name, cell.cell_contents))
            except ValueError:
                self.before.append((cell, name, _absent))
            cell.cell_contents = value

    def restore(self):
        for place, name, value in reversed(self.before):
            if place is not self.globals:
                if value is _absent:
                    del place.cell_contents
                else:
                    place.cell_contents = value
            elif value is _absent:
                del place[name]
            else:
                place[name] = value


def _call_for_references(annotate, owner, is_class):
    """Calls it with stand-ins for what is not defined; these are ForwardRef objects afterwards."""
    made = []
    names = _Names(annotate)
    tried = set()
    try:
        while True:
            try:
                result = annotate(_FAKE_GLOBALS)
                break
            except NameError as error:
                if error.name is None or error.name in tried:
                    raise
                tried.add(error.name)
                names.put(error.name, _StandIn(error.name, made))
    finally:
        names.restore()
    for stand_in in made:
        reference = ForwardRef(stand_in.text, owner=owner, is_class=is_class)
        stand_in.__class__ = ForwardRef
        stand_in.__dict__.clear()
        stand_in.__dict__.update(reference.__dict__)
    return result


class _Everything:
    """The conditional annotations, as if each statement had been reached."""

    def __contains__(self, index):
        return True


def _call_for_text(annotate):
    made = []
    names = _Names(annotate)
    try:
        if '__classdict__' in names.cells:
            names.put('__classdict__', {})
        for name in (*annotate.__code__.co_names, *annotate.__code__.co_freevars):
            if name not in ('__classdict__', 'NotImplementedError'):
                names.put(name, _Everything() if name == '__conditional_annotations__' else _StandIn(name, made))
        result = annotate(_FAKE_GLOBALS)
    finally:
        names.restore()
    return result


# --- functions

def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Call an __annotate__ function in a format of its own or, when it does not know that one, by stand-ins."""
    try:
        return annotate(int(format))
    except NotImplementedError:
        pass
    except NameError:
        if format != _FORWARDREF:
            raise
    if format == _STRING:
        result = _call_for_text(annotate)
        return _as_text(result) if _is_evaluate else {name: _as_text(value) for name, value in result.items()}
    if format == _FORWARDREF:
        try:
            return annotate(_VALUE)
        except NameError:
            return _call_for_references(annotate, owner, isinstance(owner, type))
    raise ValueError(f'Invalid format: {format!r}')


def call_evaluate_function(evaluate, format, *, owner=None):
    """The same for the functions that evaluate bounds, defaults and aliased types."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def _as_text(value):
    return value if isinstance(value, str) else _text(value)


def get_annotate_from_class_namespace(namespace):
    """The __annotate__ function in the namespace of a class that is being made."""
    return namespace.get('__annotate__') or namespace.get('__annotate_func__')


def type_repr(value):
    """The text of a type in an annotation: its name, with the module unless it is built in."""
    if isinstance(value, type) or type(value) in (type(get_annotations), type(len)):
        if value.__module__ == 'builtins':
            return value.__qualname__
        return f'{value.__module__}.{value.__qualname__}'
    if value is ...:
        return '...'
    return repr(value)


def annotations_to_string(annotations):
    """A dict of annotations with their values as text."""
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=_VALUE):
    """A new dict of the annotations of a function, class or module."""
    if eval_str and format != _VALUE:
        raise ValueError('eval_str=True is only supported with format=Format.VALUE')
    if format not in (_VALUE, _FORWARDREF, _STRING):
        if format == _FAKE_GLOBALS:
            raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
        raise ValueError(f'Unsupported format {format!r}')
    found = _find_annotations(obj, format)
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f'{obj!r} does not have annotations')
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    return _evaluate_strings(obj, found, globals, locals) if eval_str else dict(found)


def _find_annotations(obj, format):
    if format != _VALUE:
        annotate = getattr(obj, '__annotate__', None)
        if annotate is not None:
            return call_annotate_function(annotate, format, owner=obj)
    found = getattr(obj, '__annotations__', None)
    return annotations_to_string(found) if format == _STRING and found is not None else found


def _evaluate_strings(obj, annotations, globals, locals):
    while hasattr(obj, '__wrapped__'):
        obj = obj.__wrapped__
    if isinstance(obj, type):
        module = sys.modules.get(obj.__module__)
        globals = vars(module) if globals is None and module else globals
        locals = dict(vars(obj)) if locals is None else locals
    elif isinstance(obj, type(sys)):
        globals = vars(obj) if globals is None else globals
    elif globals is None:
        globals = getattr(obj, '__globals__', None)
    names = {parameter.__name__: parameter for parameter in getattr(obj, '__type_params__', ())}
    names.update(locals or {})
    return {name: eval(value, globals, names) if isinstance(value, str) else value for name, value in annotations.items()}
