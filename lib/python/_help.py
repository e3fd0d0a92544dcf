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
        text = text.replace('($module, /, ', '(').replace('($module, ', '(').replace('($module)', '()').replace('($module', '(')
        bound = getattr(function, '__self__', None) is not None
        return text.replace('($self, /, ', '(').replace('($self, ', '(').replace('($self', '(') if bound else text.replace('($self', '(self')
    bound = hasattr(function, '__func__')
    function = getattr(function, '__func__', function)
    code = getattr(function, '__code__', None)
    if code is None:
        return None
    parameters = list(_parameters(function, code))
    return '(' + ', '.join(parameters[bound:]) + ')'


def _parameters(function, code):
    names = code.co_varnames
    count, only = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    first_default = count - len(defaults)
    for k in range(count):
        yield names[k] + (f'={defaults[k - first_default]!r}' if k >= first_default else '')
        if k + 1 == code.co_posonlyargcount:
            yield '/'
    variable = count + only
    if code.co_flags & 4:
        yield '*' + names[variable]
        variable += 1
    elif only:
        yield '*'
    defaults = function.__kwdefaults__ or {}
    for name in names[count:count + only]:
        yield name + (f'={defaults[name]!r}' if name in defaults else '')
    if code.co_flags & 8:
        yield '**' + names[variable]


def _kind(object):
    name = type(object).__name__
    return {'builtin_function_or_method': 'built-in function', 'method_descriptor': 'method_descriptor',
            'type': 'class'}.get(name, 'class' if isinstance(object, type) else name)


def _lines(object):
    text = getattr(object, '__doc__', None)
    if not isinstance(text, str):
        return []
    lines = text.expandtabs().strip().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    return lines[:1] + [line[margin:] for line in lines[1:]]


def _callable_lines(name, object):
    yield name + (signature(object) or '(...)')
    for line in _lines(object):
        yield '    ' + line if line else ''


def _member(owner, name):
    for base in owner.__mro__:
        if name in vars(base):
            return vars(base)[name]


def _class_lines(cls):
    bases = ', '.join(base.__name__ for base in cls.__bases__)
    text = getattr(cls, '__text_signature__', None)
    yield f'class {cls.__name__}' + (f'({bases})' if bases not in ('', 'object') else '')
    if text:
        yield f' |  {cls.__name__}{text}'
        yield ' |'
    for line in _lines(cls):
        yield f' |  {line}'.rstrip()
    members = {name: value for name, value in vars(cls).items() if not name.startswith('_') or name == '__init__'}
    methods = {name: value for name, value in members.items()
               if callable(value) or isinstance(value, (staticmethod, classmethod))}
    for name in sorted(methods):
        yield ' |'
        function = getattr(methods[name], '__func__', methods[name])
        for line in _callable_lines(name, function):
            yield f' |  {line}'.rstrip()
    data = sorted(name for name in members if name not in methods)
    if data:
        yield ' |'
        yield ' |  Data:'
    for name in data:
        first = _lines(members[name])[:1] if not isinstance(members[name], (int, str, bytes, float, tuple)) else [repr(members[name])]
        yield f' |      {name}' + (f': {first[0]}' if first else '')


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
        owner = getattr(object, '__objclass__', None)
        heading = f'{_kind(object)} {object.__name__}' + (f' in module {where}' if where else '')
        if owner is not None:
            heading = f'{_kind(object)} {object.__name__} of class {owner.__module__}.{owner.__qualname__}'
        lines = _callable_lines(object.__name__, object)
    else:
        cls = type(object)
        heading, lines = f'{cls.__name__} object', _class_lines(cls)
    return f'Help on {heading}:\n\n' + '\n'.join(lines) + '\n'


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
    except AttributeError:
        print(f'No Python documentation found for {name!r}.')
        return
    print(describe(found) if found is not None else f'{name!r} is a keyword of the language.')


def help(*request):
    """Print what is known about an object, or ask for names until there is none."""
    if len(request) > 1:
        raise TypeError(f'help() takes at most 1 argument ({len(request)} given)')
    if request:
        if isinstance(request[0], str):
            _help_by_name(request[0].strip())
        else:
            print(describe(request[0]))
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
