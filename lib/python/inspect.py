"""What objects are and what they can be called with: kinds, members, sources, signatures, frames."""

import enum
import sys
import types
from annotationlib import get_annotations
from collections import namedtuple
from itertools import islice as _islice
from _object_kinds import (
    CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_COROUTINE,
    CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR, CO_NOFREE, CO_HAS_DOCSTRING, CO_METHOD, TPFLAGS_IS_ABSTRACT,
    ismodule, ispackage, isclass, ismethod, isfunction, isbuiltin, ismethoddescriptor, isdatadescriptor,
    isgetsetdescriptor, ismemberdescriptor, ismethodwrapper, isroutine, isabstract, iscode, isframe,
    istraceback, isgenerator, iscoroutine, isasyncgen, isawaitable, isgeneratorfunction,
    iscoroutinefunction, isasyncgenfunction, markcoroutinefunction)
from _signature import (
    BoundArguments, Parameter, Signature, _empty, _ParameterKind, _signature_of, formatannotation, signature, unwrap)


class BufferFlags(enum.IntFlag):
    """What `__buffer__` is asked for."""
    SIMPLE = 0
    WRITABLE = 1
    FORMAT = 4
    ND = 8
    STRIDES = 0x18
    C_CONTIGUOUS = 0x38
    F_CONTIGUOUS = 0x58
    ANY_CONTIGUOUS = 0x98
    INDIRECT = 0x118
    CONTIG = 0x09
    CONTIG_RO = 0x08
    STRIDED = 0x19
    STRIDED_RO = 0x18
    RECORDS = 0x1d
    RECORDS_RO = 0x1c
    FULL = 0x11d
    FULL_RO = 0x11c
    READ = 0x100
    WRITE = 0x200


# --- members

def walktree(classes, children, parent):
    """The part of getclasstree() below a class."""
    found = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        found.append((cls, cls.__bases__))
        if cls in children:
            found.append(walktree(children[cls], children, cls))
    return found


def getclasstree(classes, unique=False):
    """Classes with their bases, below each a list of those that are derived from it."""
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for base in cls.__bases__:
            below = children.setdefault(base, [])
            if cls not in below:
                below.append(cls)
            if unique and base in classes:
                break
    return walktree(roots + [base for base in children if base not in classes], children, None)


def getmro(cls):
    """The classes in which attributes are looked up."""
    return cls.__mro__


def _members(object, predicate, get):
    if isclass(object):
        mro = object.__mro__
        names = dir(object)
        for base in object.__bases__:
            names += [name for name, value in vars(base).items() if isinstance(value, types.DynamicClassAttribute)]
    else:
        mro, names = (), dir(object)
    results, done = [], set()
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in vars(base):
                    value = vars(base)[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((name, value))
        done.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """The pairs (name, value) of an object's attributes, sorted; of those that the predicate says yes to."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same, descriptors as they are."""
    return _members(object, predicate, getattr_static)


_absent = object()


_dict_of, _mro_of = (type.__dict__[name].__get__ for name in ('__dict__', '__mro__'))


def _find(cls, name):
    """What a class or one of its bases has in its dictionary."""
    return next((_dict_of(base)[name] for base in _mro_of(cls) if name in _dict_of(base)), _absent)


def getattr_static(obj, attr, default=_absent):
    """An attribute without calling descriptors or __getattr__."""
    if not issubclass(type(obj), type):
        shadow = _find(type(obj), '__dict__')
        own = {}
        if shadow is _absent or isgetsetdescriptor(shadow) or ismemberdescriptor(shadow):
            try:
                own = object.__getattribute__(obj, '__dict__')
            except AttributeError:
                pass
        found = _find(type(obj), attr)
        if found is not _absent and hasattr(type(found), '__get__') and hasattr(type(found), '__set__'):
            return found
        if attr in own:
            return own[attr]
    else:
        found = _find(obj, attr)
        if found is _absent:
            found = _find(type(obj), attr)
    if found is not _absent:
        return found
    if default is not _absent:
        return default
    raise AttributeError(attr)


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """An Attribute for each name: its kind, the class it comes from, and what it is there."""
    meta = [base for base in type(cls).__mro__ if base not in (type, object)]
    names = dir(cls) + [name for base in cls.__mro__ for name, value in vars(base).items()
                        if isinstance(value, types.DynamicClassAttribute) and value.fget is not None]
    result, done = [], set()
    for name in names:
        home = value = None
        if name not in done and name != '__dict__':
            try:
                value = getattr(cls, name)
            except Exception:
                pass
            else:
                home = _home_of(cls, meta, name, value)
        own = None
        for base in (*cls.__mro__, *meta):
            if name in vars(base):
                own = vars(base)[name]
                home = home if home in meta else base
                break
        if home is None:
            continue
        kind = next((kind for kind, types in _KINDS if isinstance(own, types)), None)
        if kind is not None or value is None:
            value = own
        result.append(Attribute(name, kind or ('method' if isroutine(value) else 'data'), home, value))
        done.add(name)
    return result


_KINDS = (('static method', (staticmethod, types.BuiltinMethodType)),
          ('class method', (classmethod, types.ClassMethodDescriptorType)), ('property', property))


def _home_of(cls, meta, name, value):
    """The last class, or class of the class, that gives the value for the name."""
    home = getattr(value, '__objclass__', None)
    if home in cls.__mro__:
        return home
    home = None
    for base in cls.__mro__:
        if getattr(base, name, None) is value:
            home = base
    for base in meta:
        try:
            if base.__getattr__(cls, name) is value:
                home = base
        except AttributeError:
            pass
    return home


# --- documentation

def indentsize(line):
    """How far a line is indented."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def cleandoc(doc):
    """A docstring without the indentation of its lines."""
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.lstrip(' ')), default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def _inherited_doc(obj):
    if isclass(obj):
        return next((base.__doc__ for base in obj.__mro__ if base is not object and base.__doc__ is not None), None)
    if ismethod(obj):
        cls = obj.__self__ if isclass(obj.__self__) else type(obj.__self__)
        name = obj.__name__
    elif isinstance(obj, property):
        name = obj.fget.__name__
        cls = _class_of(obj.fget)
    elif isfunction(obj):
        name, cls = obj.__name__, _class_of(obj)
    elif ismemberdescriptor(obj):
        slots = getattr(obj.__objclass__, '__slots__', None)
        return slots.get(obj.__name__) if isinstance(slots, dict) else None
    else:
        return None
    for base in cls.__mro__ if cls else ():
        doc = getattr(getattr(base, name, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def _class_of(function):
    """The class that a function is defined in."""
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def getdoc(object):
    """The documentation of an object, or what it inherits, without indentation; None if there is none."""
    doc = getattr(object, '__doc__', None)
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


# --- sources

def getmodule(object, _filename=None):
    """The module that an object was defined in, or None."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except TypeError:
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, '__file__', None) == file:
            return module
    return None


def _code_of(object):
    """The code of a method, a function, a traceback or a frame; anything else as it is."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object


def getfile(object):
    """The name of the file that an object comes from."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        if hasattr(object, '__module__'):
            module = sys.modules.get(object.__module__)
            if getattr(module, '__file__', None):
                return module.__file__
            if object.__module__ == '__main__':
                raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    object = _code_of(object)
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    + type(object).__name__)


def getmodulename(path):
    """The module that a file name stands for, or None."""
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None


def getsourcefile(object):
    """The file with the source, or None."""
    import linecache
    import os
    name = getfile(object)
    return name if os.path.exists(name) or name in linecache.cache else None


def getabsfile(object, _filename=None):
    """The absolute name of the file that an object comes from."""
    import os
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def findsource(object):
    """All lines of the file that an object is in, and the index of its first one."""
    import linecache
    file = getsourcefile(object)
    lines = linecache.getlines(file) if file else []
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        first = vars(object).get('__firstlineno__')
        if first is None or first > len(lines):
            raise OSError('source code not available' if first is None else 'lineno is out of bounds')
        return lines, first - 1
    object = _code_of(object)
    if object.co_firstlineno > len(lines):
        raise OSError('lineno is out of bounds')
    return lines, object.co_firstlineno - 1


def getblock(lines):
    """The lines at the beginning that belong to one definition."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    started, depth, quote, end, joined, body = False, 0, '', 0, False, None
    for number, line in enumerate(lines):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        inside = quote or depth or joined       # a logical line goes on
        comment = text.startswith('#') and not inside
        if not inside and text and not comment:
            if started and indent <= margin:
                break
            if started and body is None:
                body = indent
            started = started or text[0] != '@'
        joined = not comment and line.rstrip('\n').endswith('\\')
        inline = False
        at = 0
        while at < len(line):
            c = line[at]
            if quote:
                if c == '\\':
                    at += 1
                elif line.startswith(quote, at):
                    at += len(quote) - 1
                    quote = ''
            elif c == '#':
                break
            elif c in '\'"':
                quote = c * 3 if line.startswith(c * 3, at) else c
                at += len(quote) - 1
            elif c in '([{':
                depth += 1
            elif c in ')]}':
                depth -= 1
            elif c == ':' and not depth:
                inline = line[at + 1:].strip() not in ('', '\\') and not line[at + 1:].strip().startswith('#')
            at += 1
        if len(quote) == 1 and not line.rstrip('\n').endswith('\\'):
            quote = ''
        if text and (not comment or body is not None and indent >= body):
            end = number + 1
        if started and number == 0 and inline and not quote and not depth and not joined and not text.startswith(('class', 'def', 'async', '@')):
            break
    return lines[:end]


def getsourcelines(object):
    """The lines of an object's source, and the number of its first one."""
    object = unwrap(object)
    lines, first = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[first:]), first + 1


def getsource(object):
    """The source of an object as text."""
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    """The comment right before an object's source, or None."""
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    start = first
    if ismodule(object):
        if lines and lines[0].startswith('#!'):
            start = 1
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        first = start
        while first < len(lines) and lines[first].startswith('#'):
            first += 1
        return ''.join(lines[start:first]).expandtabs() or None
    margin = len(lines[first]) - len(lines[first].lstrip())
    while start > 0 and lines[start - 1].strip().startswith('#') and \
            len(lines[start - 1]) - len(lines[start - 1].lstrip()) == margin:
        start -= 1
    while start < first and lines[start].strip() == '#':
        start += 1
    while start < first and lines[first - 1].strip() == '#':
        first -= 1
    return ''.join(line.strip() + '\n' for line in lines[start:first]) or None


# --- arguments

FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = namedtuple('Arguments', 'args, varargs, varkw')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getfullargspec(func):
    """The parameters of a function; signature() tells more."""
    try:
        found = _signature_of(func.__func__ if ismethod(func) else func, False, skip=False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, defaults, only, only_defaults, annotations = [], (), [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    for name, parameter in found.parameters.items():
        if parameter.kind <= 1:
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind == 2:
            varargs = name
        elif parameter.kind == 3:
            only.append(name)
            if parameter.default is not _empty:
                only_defaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, only, only_defaults or None, annotations)


def getargs(co):
    """The parameters of a code object."""
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    varargs = names[count] if co.co_flags & CO_VARARGS else None
    count += varargs is not None
    return Arguments([*names[:co.co_argcount + co.co_kwonlyargcount]], varargs,
                     names[count] if co.co_flags & CO_VARKEYWORDS else None)


def getargvalues(frame):
    """The parameters of a frame, and its locals."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def getcallargs(func, /, *positional, **named):
    """The arguments of a call by name."""
    args, varargs, varkw, defaults, only, only_defaults, _ = getfullargspec(func)
    if ismethod(func):
        positional = func.__self__, *positional
    stars = [f'*{varargs}'] if varargs else ['*'] if only else []
    names = {}
    exec(f'def twin({", ".join([*args, *stars, *only, *([f"**{varkw}"] if varkw else [])])}): return locals()', names)
    twin = names['twin']
    twin.__qualname__, twin.__defaults__, twin.__kwdefaults__ = func.__name__, defaults, only_defaults
    try:
        found = twin(*positional, **named)
    except TypeError as error:
        raise TypeError(str(error).replace("', and '", "' and '")) from None
    order = [*args[:len(positional)], varargs, varkw, *named, *found]
    return {name: found[name] for name in order if name in found}


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    """The text of what getargvalues() gives."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f'({", ".join(parts)})'


def formatannotationrelativeto(object):
    """A function that writes annotations without the module of an object."""
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


def getclosurevars(func):
    """The names that a function takes from outside, and their values."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    import builtins
    builtins = func.__globals__.get('__builtins__', builtins)
    builtins = vars(builtins) if ismodule(builtins) else builtins
    names, known, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            names[name] = func.__globals__[name]
        elif name in builtins:
            known[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, names, known, unbound)


# --- generators and coroutines

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def _state(object, short, long):
    if getattr(object, short + '_running'):
        return long + '_RUNNING'
    if getattr(object, short + '_suspended'):
        return long + '_SUSPENDED'
    return long + ('_CLOSED' if getattr(object, short + '_frame') is None else '_CREATED')


def getgeneratorstate(generator):
    """One of GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED."""
    return _state(generator, 'gi', 'GEN')


def getcoroutinestate(coroutine):
    """One of CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED."""
    return _state(coroutine, 'cr', 'CORO')


def getasyncgenstate(agen):
    """One of AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED."""
    return _state(agen, 'ag', 'AGEN')


def getgeneratorlocals(generator):
    """The locals of a generator."""
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    """The locals of a coroutine."""
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


def getasyncgenlocals(agen):
    """The locals of an asynchronous generator."""
    if not isasyncgen(agen):
        raise TypeError(f'{agen!r} is not a Python async generator')
    return {} if agen.ag_frame is None else agen.ag_frame.f_locals


# --- frames

_Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4, module='dis')
_Traceback = namedtuple('Traceback', 'filename lineno function code_context index')
_FrameInfo = namedtuple('FrameInfo', ('frame',) + _Traceback._fields)


class _WithPositions:
    def __new__(cls, *args, positions=None, **named):
        made = super().__new__(cls, *args, **named)
        made.positions = positions
        return made

    def __repr__(self):
        return f'{super().__repr__()[:-1]}, positions={self.positions!r})'


class Traceback(_WithPositions, _Traceback):
    """Where a frame stands."""


class FrameInfo(_WithPositions, _FrameInfo):
    """A frame and where it stands."""


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """A Traceback: file, line, function, and lines of the source around."""
    import linecache
    at = lineno = None
    if istraceback(frame):
        at, lineno, frame = frame.tb_lasti, frame.tb_lineno, frame.tb_frame
    if not isframe(frame):
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    at = frame.f_lasti if at is None else at
    lineno = frame.f_lineno if lineno is None else lineno
    positions = None if at < 0 else next(_islice(frame.f_code.co_positions(), at // 2, None), None)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        every = linecache.getlines(frame.f_code.co_filename)
        if every:
            start = max(0, min(start, len(every) - context))
            lines, index = every[start:start + context], lineno - 1 - start
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index,
                     positions=positions and _Positions(*positions))


def getouterframes(frame, context=1):
    """A FrameInfo for a frame and each of its callers."""
    found = []
    while frame:
        info = getframeinfo(frame, context)
        found.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """A FrameInfo for each entry of a traceback."""
    found = []
    while tb:
        info = getframeinfo(tb, context)
        found.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return found


def stack(context=1):
    """A FrameInfo for the caller and each of its callers."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """A FrameInfo for each frame between here and where the exception was raised."""
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error else None, context)


__all__ = [name for name in globals() if name[0] != '_' and name not in ('enum', 'sys', 'types', 'namedtuple')]
