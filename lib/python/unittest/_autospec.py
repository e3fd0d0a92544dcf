"""Mocks made after other objects."""

import functools
import io
import types
from unittest.mock import (DEFAULT, AsyncMock, Base, InvalidSpecError, MagicMock, NonCallableMagicMock, _effect,
                           _is_async, _is_magic, _PUBLIC, _static)

__name__ = 'unittest.mock'              # what is defined here says that it is of that module
_FUNCTIONS = types.FunctionType, types.MethodType


def _signature(spec, as_instance=False, eat_self=False):
    """The signature that calls of a mock for `spec` have, None if that cannot be found out."""
    import inspect
    if isinstance(spec, type):
        spec, eat_self = _static(spec, '__call__') if as_instance else spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        spec, eat_self = spec.__func__, eat_self or isinstance(spec, classmethod)
    elif not isinstance(spec, _FUNCTIONS):
        spec = getattr(spec, '__call__', None)
    try:
        return inspect.signature(functools.partial(spec, None) if eat_self else spec)
    except (TypeError, ValueError):
        return None


class _Later:
    """An attribute whose mock is made when it is first asked for."""

    def __init__(self, *arguments):
        self.arguments = arguments

    def make(self):
        return create_autospec(*self.arguments)


def _as_function(mock, spec, signature):
    """A function that stands before a mock and shows all that the mock records."""
    if _is_async(spec):
        async def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)

    def reset_mock():
        mock.reset_mock()
        result = function.return_value
        if isinstance(result, Base) and result is not mock:
            result.reset_mock()
    function.__name__ = function.__qualname__ = spec.__name__ if spec.__name__.isidentifier() else 'funcopy'
    function.__module__ = spec.__module__
    function.__signature__ = signature
    function.mock, function.reset_mock = mock, reset_mock
    function.return_value, function.side_effect = mock.return_value, _effect(mock.side_effect)
    function._mock_children = mock._mock_children
    for name in dir(type(mock)):
        if name.startswith('assert_'):
            setattr(function, name, getattr(mock, name))
    mock.__dict__['_mock_delegate'] = function
    mock._share()
    return function


def _takes_self(spec, name, is_class):
    """Whether the function that `spec` has under a name takes an object which its callers do not give."""
    if not isinstance(spec, type) and name in getattr(spec, '__dict__', ()):
        return False
    return is_class and isinstance(_static(spec if isinstance(spec, type) else type(spec), name), (*_FUNCTIONS, type(None)))


def _check_names(kwargs, unsafe):
    for name in () if unsafe else ('autospect', 'auto_spec', 'set_spec'):
        if name in kwargs:
            raise RuntimeError(f'{name!r} might be a typo; use unsafe=True if this is intended')


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of an object, whose functions take the arguments of its functions."""
    _check_names(kwargs, unsafe)
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    is_class = isinstance(spec, type)
    if isinstance(spec, Base):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    given = {} if spec is None else {'spec_set' if spec_set else 'spec': spec, '_spec_as_instance': instance}
    _name, wrapped = kwargs.pop('name', _name), kwargs.pop('wraps', None)
    kind = MagicMock
    if hasattr(type(spec), '__set__') and not is_class:
        given = {}
    elif _is_async(spec):
        kind = AsyncMock
    elif not callable(getattr(spec, '__func__', spec)) or is_class and instance and not any('__call__' in vars(base) for base in spec.__mro__):
        kind = NonCallableMagicMock
    made = mock = kind(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else _name, name=_name,
                       wraps=wrapped, **given, **kwargs)
    if isinstance(spec, _FUNCTIONS):
        made = _as_function(mock, spec, _signature(spec))
    elif kind is not NonCallableMagicMock and given:
        mock.__dict__['_enforced'] = _signature(spec, instance, is_class)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = made
    if is_class and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, True, mock, '()', wraps=wrapped)
    for name in dir(spec) if given else ():
        if _is_magic(name):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if not isinstance(original, _FUNCTIONS):
            mock._mock_children[name] = _Later(original, spec_set, False, mock, name)
            continue
        skip = _takes_self(spec, name, is_class)
        child_kind = AsyncMock if _is_async(original) else MagicMock
        child = mock._mock_children[name] = child_kind(parent=mock, name=name, _new_name=name, _new_parent=mock, _eat_self=skip,
                                                       **{'spec_set' if spec_set else 'spec': original},
                                                       wraps=original if not spec_set and hasattr(wrapped, name) else None)
        child.return_value = child_kind()
        child.__dict__['_enforced'] = _signature(original, False, skip)
    mock.configure_mock(**kwargs)       # which may be about what was made since
    return made


def mock_open(mock=None, read_data=''):
    """A mock for open(): what it opens has the text or bytes given."""
    if mock is None:
        mock = MagicMock(name='open')
    handle = MagicMock(spec=[*{*dir(io.TextIOWrapper), *dir(io.BytesIO)}])
    handle.__enter__.return_value = handle
    state = [None]

    def fresh():
        state[0] = io.BytesIO(read_data) if isinstance(read_data, (bytes, bytearray)) else io.StringIO(read_data, newline='')

    def given(name):
        value = getattr(handle, name)._mock_return_value
        return None if value is DEFAULT else value

    def reader(name):
        def read(*args, **kwargs):
            value = given(name)
            return getattr(state[0], name)(*args, **kwargs) if value is None else value
        return read

    def following():
        return next(state[0]) if given('readline') is None else given('readline')
    fresh()
    handle.write.return_value = None
    for name in ('read', 'readline', 'readlines'):
        getattr(handle, name).side_effect = reader(name)
    handle.__iter__.side_effect = lambda: iter(state[0]) if given('readline') is None else iter(following, None)
    handle.__exit__.side_effect = lambda *details: [handle.close()] and None
    handle.__next__.side_effect = following

    def opened(*args, **kwargs):
        fresh()
        return DEFAULT
    mock.side_effect = opened
    mock.return_value = handle
    return mock
