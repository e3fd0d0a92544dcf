"""Warnings: whether they are shown, ignored or raised is decided by a list of filters."""

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'deprecated']

# (action, message, category, module, line), the first that fits decides. Message and module are compiled regular
# expressions, or None for any.
filters = []
defaultaction = 'default'
_default_filters = (('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
                    ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
                    ('ignore', None, ResourceWarning, None, 0))
onceregistry = {}
_ACTIONS = ('default', 'always', 'all', 'ignore', 'module', 'once', 'error')
_version = 0                            # changes with the filters: what was shown once may be shown again


class WarningMessage:
    """A warning with the place it was given for."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')

    def __repr__(self):
        return f'<WarningMessage {self}>'


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as it is shown."""
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        import _traceback
        line = _traceback.source_line(filename, lineno)
    line = line.strip() if line else ''
    return text + f'  {line}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, by default sys.stderr."""
    _write(formatwarning(message, category, filename, lineno, line), file)


_showwarning = showwarning


def _write(text, file):
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(text)
    except OSError:
        pass


def _show(warning):
    if showwarning is not _showwarning:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)
    elif _records is not None:
        _records.append(warning)
    else:
        _write(formatwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.line), warning.file)


_records = None                         # a list while catch_warnings(record=True) is active


# --- filters

def _add_filter(item, append):
    global _version
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _version += 1


def _check_action(action):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')


def _check_line(lineno):
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter for all modules and messages."""
    _check_action(action)
    _check_line(lineno)
    _add_filter((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Add a filter; `message` and `module` are regular expressions for the beginning of the text and for the module."""
    _check_action(action)
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(module, str):
        raise TypeError('module must be a string')
    _check_line(lineno)
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add_filter((action, message or None, category, module or None, lineno), append)


def resetwarnings():
    """Forget all filters."""
    global _version
    filters.clear()
    _version += 1


def _matches(pattern, text):
    return pattern is None or (pattern == text if isinstance(pattern, str) else pattern.match(text) is not None)


def _action_for(text, category, module, lineno):
    for action, message, wanted, where, line in filters:
        if issubclass(category, wanted) and line in (0, lineno) and _matches(message, text) and _matches(where, module):
            return action
    return defaultaction


# --- giving warnings

def _is_internal(frame):
    name = frame.f_code.co_filename
    return 'importlib' in name and '_bootstrap' in name


def _frame_at(stacklevel, skip_file_prefixes):
    """The frame that the warning is about, seen from the caller of warn()."""
    frame = sys._getframe(1).f_back
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    for step in range(1, stacklevel if frame else 0):
        frame = frame.f_back
        while frame is not None and any(frame.f_code.co_filename.startswith(prefix) for prefix in skip_file_prefixes):
            frame = frame.f_back
        if frame is None:
            return None
    return frame


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Give a warning for the caller, or for one of its callers: stacklevel 2 is the caller's caller."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f'category must be a Warning subclass, not {type(category).__name__!r}')
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {type(skip_file_prefixes).__name__}")
    for prefix in skip_file_prefixes:
        if not isinstance(prefix, str):
            raise TypeError(f"Found non-str '{type(prefix).__name__}' in skip_file_prefixes.")
    frame = _frame_at(stacklevel, skip_file_prefixes)
    if frame is None:
        names, filename, lineno = sys.__dict__, '<sys>', 0
    else:
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = names.get('__name__', '<string>')
    warn_explicit(message, category, filename, lineno, module, names.setdefault('__warningregistry__', {}), source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Give a warning for any place."""
    lineno = int(lineno)
    if module is None:
        module = filename or '<unknown>'
        module = module.removesuffix('.py')
    if module_globals is not None and not isinstance(module_globals, dict):
        raise TypeError(f'module_globals must be a dict, not {type(module_globals).__name__!r}')
    if registry is None:
        registry = {}
    elif not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if registry.get('version') != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = True
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = True
    elif action == 'module':
        registry[key] = True
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = True
    elif action == 'default':
        registry[key] = True
    elif action not in ('always', 'all'):
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\n (action, message, category, module, lineno)')
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Restores the filters at the end of the block; with record=True, `as` names a list that warnings are put into."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        args = ['record=True'] if self._record else []
        if self._module is not sys.modules['warnings']:
            args.append(f'module={self._module!r}')
        return f'catch_warnings({", ".join(args)})'

    def __enter__(self):
        global filters, _records, showwarning, _version
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters, showwarning, _records
        filters = filters[:]
        _version += 1
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        _records = []
        showwarning = _showwarning
        return _records

    def __exit__(self, *exc_info):
        global filters, _records, showwarning, _version
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, showwarning, _records = self._saved
        _version += 1


class deprecated:
    """Marks a function or class as deprecated: calling it gives a warning."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f'Expected an object of type str for \'message\', not {type(message).__name__!r}')
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            return self._mark_class(arg)
        if not callable(arg):
            raise TypeError('@deprecated decorator with non-None category must be applied to a class or callable, '
                            f'not {arg!r}')
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper

    def _mark_class(self, cls):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        original = cls.__new__

        def __new__(made, /, *args, **kwargs):
            if made is cls:
                warn(message, category=category, stacklevel=stacklevel + 1)
            if original is not object.__new__:
                return original(made, *args, **kwargs)
            if made.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f'{made.__name__}() takes no arguments')
            return original(made)
        before = cls.__init_subclass__
        inherited = getattr(before, '__func__', None)

        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return before(*args, **kwargs) if inherited is None else inherited(*args, **kwargs)
        cls.__new__ = staticmethod(__new__)
        cls.__init_subclass__ = staticmethod(__init_subclass__) if inherited is None else classmethod(__init_subclass__)
        cls.__deprecated__ = message
        return cls


# --- options: sys.warnoptions, which -W and PYTHONWARNINGS fill

class _OptionError(Exception):
    pass


def _option_action(text):
    for action in ('default', 'always', 'ignore', 'module', 'once', 'error', 'all'):
        if action.startswith(text or 'default'):
            return action
    raise _OptionError(f'invalid action: {text!r}')


def _option_category(text):
    if not text:
        return Warning
    import builtins
    module, dot, name = text.rpartition('.')
    try:
        category = getattr(__import__(module, None, None, [name]) if dot else builtins, name)
    except ImportError:
        raise _OptionError(f'invalid module name: {module!r}') from None
    except AttributeError:
        raise _OptionError(f'unknown warning category: {text!r}') from None
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise _OptionError(f'invalid warning category: {text!r}')
    return category


def _option_line(text):
    try:
        line = int(text or 0)
        if line >= 0:
            return line
    except ValueError:
        pass
    raise _OptionError(f'invalid lineno {text!r}')


def _setoption(option):
    parts = [part.strip() for part in option.split(':')]
    if len(parts) > 5:
        raise _OptionError(f'too many fields (max 5): {option!r}')
    action, message, category, module, line = parts + [''] * (5 - len(parts))
    action, category, line = _option_action(action), _option_category(category), _option_line(line)
    if message or module:
        import re
        message = re.escape(message)
        module = re.escape(module) + r'\Z' if module else ''
    filterwarnings(action, message, category, module, line)


def _processoptions(options):
    for option in options:
        try:
            _setoption(option)
        except _OptionError as error:
            print('Invalid -W option ignored:', error, file=sys.stderr)


filters.extend(_default_filters)
_processoptions(sys.warnoptions)
