"""What the builtin help() prints."""

import sys

__all__ = ['help', 'describe', 'signature']

INTRODUCTION = """\
help(object) prints what is known about an object: help(bytes), help(memoryview.cast), help('struct').
Here, type the name of a module, a class, a function or a keyword; an empty line goes back."""


def signature(function):
    """The parameters of a function as text, or None if they are not known."""
    text = getattr(function, '__text_signature__', None)
    if text is not None:
        first, _, rest = text[1:].partition(', ')
        if not first.startswith('$'):
            return text
        if not rest:
            first, rest = first[:-1], ')'
        rest = rest.removeprefix('/, ') if rest != '/)' else ')'
        if first == '$self' and not _is_bound(function):
            return text.replace('$', '')
        return '(' + rest
    bound = hasattr(function, '__func__')
    function = getattr(function, '__func__', function)
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
    code = getattr(function, '__code__', None)
    if code is None:
        return None
    annotations = _annotations(function)
    parameters = list(_parameters(function, code, annotations))
    result = f' -> {annotations["return"]}' if 'return' in annotations else ''
    return f'({", ".join(parameters[bound:])}){result}'


def _is_bound(function):
    return not isinstance(getattr(function, '__self__', None), (type(None), type(sys)))


def _annotations(function):
    """The annotations of a function as text."""
    if not getattr(function, '__annotate__', None) and not getattr(function, '__annotations__', None):
        return {}
    from annotationlib import get_annotations
    return get_annotations(function, format=4)


def _parameters(function, code, annotations):
    names = code.co_varnames
    count, only = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    missing = object()

    def text(name, default=missing):
        if name not in annotations:
            return name if default is missing else f'{name}={default!r}'
        return f'{name}: {annotations[name]}' + ('' if default is missing else f' = {default!r}')

    first_default = count - len(defaults)
    for k in range(count):
        yield text(names[k], defaults[k - first_default]) if k >= first_default else text(names[k])
        if k + 1 == code.co_posonlyargcount:
            yield '/'
    variable = count + only
    if code.co_flags & 4:
        yield '*' + text(names[variable])
        variable += 1
    elif only:
        yield '*'
    defaults = function.__kwdefaults__ or {}
    for name in names[count:count + only]:
        yield text(name, defaults.get(name, missing))
    if code.co_flags & 8:
        yield '**' + text(names[variable])


def _kind(object):
    name = type(object).__name__
    if isinstance(object, type):
        return 'class'
    return {'builtin_function_or_method': 'built-in function', 'wrapper_descriptor': 'slot wrapper',
            '_lru_cache_wrapper': 'method descriptor'}.get(name, name.replace('_', ' ').replace('-', ' '))


def _lines(object):
    text = getattr(object, '__doc__', None)
    if not isinstance(text, str):
        return []
    lines = text.expandtabs().strip().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    return lines[:1] + [line[margin:] for line in lines[1:]]


def _callable_lines(name, object, owner=None):
    """A routine by a name: its signature, and its text unless it is another name for one that the class has too."""
    function = getattr(object, '__func__', object)
    real = getattr(function, '__name__', name)
    shown = 'async ' if getattr(getattr(function, '__code__', None), 'co_flags', 0) & 128 else ''
    shown += name
    if real == '<lambda>':
        yield f'{shown} lambda {(signature(object) or "")[1:-1]}'
    elif real != name and owner is not None:
        elsewhere = getattr(function, '__module__', owner.__module__) not in (owner.__module__, None)
        yield f'{shown} = {real}{signature(object) or "(...)"}' + (f' from {function.__module__}' if elsewhere else '')
        if vars(owner).get(real) is function or elsewhere:
            return
    else:
        yield shown + (signature(object) or '(...)')
    for line in _lines(object) or (_inherited_lines(owner, name) if owner else []):
        yield '    ' + line if line else ''


def _inherited_lines(owner, name):
    """The text that a method of a base has."""
    for base in owner.__mro__[1:]:
        if name in vars(base):
            lines = _lines(vars(base)[name])
            if lines:
                return lines
    return []


# --- classes, in sections: what they define, then what they have from each base

_SECTIONS = ('Methods', 'Class methods', 'Static methods', 'Readonly properties', 'Data descriptors', 'Data and other attributes')
_HIDDEN = frozenset({'__annotate__', '__annotate_func__', '__annotations__', '__annotations_cache__', '__builtins__', '__doc__',
                     '__firstlineno__', '__module__', '__name__', '__orig_bases__', '__parameters__', '__path__', '__qualname__',
                     '__slots__', '__static_attributes__', '__type_params__', '__abstractmethods__', '_abc_impl'})
_DESCRIPTIONS = {'__dict__': ['dictionary for instance variables'], '__weakref__': ['list of weak references to the object']}


def _is_visible(name, cls):
    if name in _HIDDEN:
        return False
    if name.startswith('__') and name.endswith('__'):
        return True
    return not name.startswith('_') or hasattr(cls, '_fields') and not name.startswith('__')


def _section(value):
    if isinstance(value, staticmethod):
        return 'Static methods'
    if isinstance(value, classmethod) or type(value).__name__ == 'classmethod_descriptor':
        return 'Class methods'
    if isinstance(value, property) and value.fset is None:
        return 'Readonly properties'
    if hasattr(type(value), '__set__') or hasattr(type(value), '__delete__'):
        return 'Data descriptors'
    if type(value).__name__ == 'builtin_function_or_method':
        return 'Static methods'
    is_routine = type(value).__name__ in ('function', 'method_descriptor', 'wrapper_descriptor', 'method')
    return 'Methods' if is_routine else 'Data and other attributes'


def _name_of(cls, module):
    return cls.__qualname__ if cls.__module__ == module else f'{cls.__module__}.{cls.__qualname__}'


def _class_signature(cls):
    text = getattr(cls, '__text_signature__', None)
    if text:
        return text
    for base in cls.__mro__[:-1]:
        for name in ('__new__', '__init__'):
            function = vars(base).get(name)
            function = getattr(function, '__func__', function)
            if hasattr(function, '__code__'):
                text = signature(function)
                head, comma, rest = text.partition(', ')
                return '(' + rest if comma and ')' not in head else text.replace(head.split(')')[0], '(', 1)
    return ''


def _class_intro(cls):
    text = _class_signature(cls)
    if text and not text.startswith('()'):
        yield cls.__name__ + text
        yield ''
    lines = _lines(cls)
    if lines:
        yield from lines
        yield ''
    if len(cls.__mro__) > 2:
        yield 'Method resolution order:'
        for base in cls.__mro__:
            yield '    ' + _name_of(base, cls.__module__)
        yield ''


def _attribute_lines(cls, owner, name, value, section):
    if section in ('Methods', 'Class methods', 'Static methods'):
        try:
            found = getattr(cls, name) if section == 'Class methods' else getattr(value, '__func__', value)
        except Exception:
            found = value
        yield from _callable_lines(name, found, owner)
    elif section == 'Data and other attributes':
        if isinstance(value, type):
            yield f'{name} = {value!r}'
            for line in _lines(value):
                yield '    ' + line if line else ''
        else:
            yield _cut(f'{name} = {_shown(value)}', 70)
    else:
        yield name
        slots = getattr(owner, '__slots__', None)
        text = isinstance(slots, dict) and slots.get(name)
        for line in _DESCRIPTIONS.get(name) or (text.split('\n') if text else _lines(value)):
            yield '    ' + line if line else ''


def _cut(text, width):
    return text if len(text) <= width else text[:width] + '...'


def _shown(value):
    import reprlib
    return reprlib.Repr(maxlist=20, maxtuple=20, maxset=20, maxfrozenset=20, maxdict=10, maxstring=100, maxother=100).repr(value)


def _class_content(cls):
    yield from _class_intro(cls)
    seen = set()
    first = True
    for owner in cls.__mro__:
        if owner is object and cls is not object:
            continue
        found = {name: value for name, value in vars(owner).items() if name not in seen and _is_visible(name, cls)}
        seen.update(vars(owner))
        for section in _SECTIONS:
            names = sorted(name for name, value in found.items() if _section(value) == section)
            if not names:
                continue
            if not first:
                yield '-' * 70
            first = False
            yield f'{section} defined here:' if owner is cls else f'{section} inherited from {_name_of(owner, cls.__module__)}:'
            yield ''
            for name in names:
                yield from _attribute_lines(cls, owner, name, found[name], section)
                yield ''


def _class_lines(cls):
    bases = ', '.join(_name_of(base, cls.__module__) for base in cls.__bases__)
    yield f'class {cls.__name__}' + (f'({bases})' if bases else '')
    lines = list(_class_content(cls))
    while lines and not lines[-1]:
        lines.pop()
    for line in lines:
        yield f' |  {line}'.rstrip()


def _module_lines(module):
    yield f'module {module.__name__}'
    for line in _lines(module):
        yield '    ' + line if line else ''
    names = getattr(module, '__all__', None) or [name for name in dir(module) if not name.startswith('_')]
    for name in sorted(names):
        value = getattr(module, name, None)
        if isinstance(value, type(sys)):
            continue
        first = _lines(value)[:1] if callable(value) else [repr(value)[:60]]
        shown = name + (signature(value) or '' if callable(value) and not isinstance(value, type) else '')
        yield ''
        yield f'    {"class " if isinstance(value, type) else ""}{shown}'
        if first:
            yield f'        {first[0]}'


def describe(object):
    """What help() prints about an object, as text."""
    if isinstance(object, type(sys)):
        heading, lines = f'module {object.__name__}', _module_lines(object)
    elif isinstance(object, type):
        heading, lines = f'class {object.__name__} in module {object.__module__}', _class_lines(object)
    elif callable(object) and hasattr(object, '__name__'):
        where = getattr(object, '__module__', None)
        heading = f'{_kind(object)} {object.__name__}' + (f' in module {where}' if where else '')
        lines = _noted(list(_callable_lines(object.__name__, object)), object)
    elif isinstance(object, property):
        heading, lines = 'property', [getattr(object, '__name__', '')] + ['    ' + line if line else '' for line in _lines(object)]
    else:
        cls = type(object)
        heading, lines = f'{cls.__name__} in module {cls.__module__} object', _class_lines(cls)
    return f'Help on {heading}:\n\n' + '\n'.join(lines) + '\n'


def _noted(lines, object):
    """The lines of a method with a note of what it is bound to."""
    owner = getattr(object, '__self__', None)
    if _is_bound(object) and not hasattr(object, '__objclass__'):
        kind = f' class method of {owner.__module__}.{owner.__qualname__}' if isinstance(owner, type) else \
            f' method of {type(owner).__module__}.{type(owner).__qualname__} instance'
        lines[0] += kind
    elif hasattr(object, '__objclass__'):
        lines[0] += f' unbound {object.__objclass__.__module__}.{object.__objclass__.__qualname__} method'
    return lines


def _find(name):
    """The object that a dotted name stands for: a builtin, a module, or what is in one."""
    import builtins
    import keyword
    if name in keyword.kwlist:
        return None
    main = sys.modules.get('__main__')
    head, *rest = name.split('.')
    for space in vars(main) if main else {}, vars(builtins):
        if head in space:
            found = space[head]
            break
    else:
        for size in range(len(rest) + 1, 0, -1):
            try:
                __import__('.'.join([head, *rest][:size]))
            except ImportError:
                continue
            found, rest = sys.modules['.'.join([head, *rest][:size])], rest[size - 1:]
            break
        else:
            raise AttributeError(name)
    for part in rest:
        found = getattr(found, part)
    return found


def _help_by_name(name):
    try:
        found = _find(name)
    except (AttributeError, ValueError):
        print(f'No Python documentation found for {name!r}.\nUse help() to get the interactive help utility.\n'
              'Use help(str) for help on the str class.\n')
        return
    print(describe(found) if found is not None else f'{name!r} is a keyword of the language.')


def help(*request):
    """Print what is known about an object, or ask for names until there is none."""
    if len(request) > 1:
        raise TypeError(f'help() takes at most 1 argument ({len(request)} given)')
    if request:
        what = request[0]
        if isinstance(what, str) and (what := what.strip()):
            _help_by_name(what)
        else:
            print(describe(str if isinstance(what, str) else what))
        return
    print(INTRODUCTION)
    while True:
        try:
            name = input('help> ').strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if name in ('', 'q', 'quit', 'exit'):
            return
        _help_by_name(name)


def breakpointhook(*args, **kws):
    """What breakpoint() calls at first: the function that PYTHONBREAKPOINT names."""
    import os
    name = '' if sys.flags.ignore_environment else os.environ.get('PYTHONBREAKPOINT')
    if name == '0':
        return None
    if not name:
        raise NotImplementedError('breakpoint(): there is no debugger; set sys.breakpointhook')
    module, _, attribute = name.rpartition('.')
    try:
        if not module and '.' in name:
            raise ImportError
        hook = getattr(__import__(module or 'builtins', fromlist=[attribute]), attribute)
    except (ImportError, AttributeError):
        import warnings
        return warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"', RuntimeWarning, stacklevel=2)
    return hook(*args, **kws)
