"""patch(): something else in the place of an attribute for a time."""

import functools
import importlib
import sys
import types
from contextlib import ExitStack
from unittest._autospec import _check_names
from unittest.mock import DEFAULT, AsyncMock, Base, InvalidSpecError, MagicMock, NonCallableMagicMock, _is_async, create_autospec

__name__ = 'unittest.mock'              # what is defined here says that it is of that module
_absent = object()
_ALWAYS_THERE = {'__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__'}


def _import(target):
    """The object that a dotted name stands for."""
    parts = target.split('.')
    found = importlib.import_module(parts[0])
    name = parts[0]
    for part in parts[1:]:
        name += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module(name)
            found = getattr(found, part)
    return found


class _patch:
    """Puts something in the place of an attribute, for a block, a function, the tests of a class, or until stop()."""

    _active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        _check_names(kwargs, unsafe)
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec, self.kwargs = spec, create, spec_set, autospec, kwargs
        self.attribute_name = None
        self.additional_patchers = []

    def copy(self):
        """Another one like this."""
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [patcher.copy() for patcher in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(func, name, self.copy()(value))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        def patched(*args, **keywargs):
            with ExitStack() as stack:
                more = []
                for patching in patched.patchings:
                    found = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        keywargs.update(found)
                    elif patching.new is DEFAULT:
                        more.append(found)
                return func(*args, *more, **keywargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        """What is there now, and whether it is the target's own."""
        name, own = self.attribute, False
        original = getattr(self.target, '__dict__', {}).get(name, _absent)
        if original is _absent:
            original = getattr(self.target, name, DEFAULT)
        else:
            own = True
        import builtins
        if name in vars(builtins) and isinstance(self.target, types.ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{self.target} does not have the attribute {name!r}')
        return original, own

    def _make(self, original):
        spec, spec_set, autospec = (None if given is False else given for given in (self.spec, self.spec_set, self.autospec))
        if autospec is not None and spec is not None:
            raise TypeError("Can't specify spec and autospec")
        if spec_set not in (True, None) and (spec is not None or autospec is not None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        for given in (autospec, spec, spec_set):
            given = original if given is True else given
            if isinstance(given, Base):
                which = 'autospec' if autospec else 'spec'
                raise InvalidSpecError(f'Cannot {which} attr {self.attribute!r} as the {which} target has already been mocked '
                                       f'out. [target={self.target!r}, attr={given!r}]')
        if original is DEFAULT and (spec, spec_set, autospec) != (None, None, None):
            raise TypeError(f"Can't use {'spec' if autospec is None else 'autospec'!r} with create=True")
        if autospec is not None:
            return create_autospec(original if autospec is True else autospec, spec_set=bool(spec_set), _name=self.attribute,
                                   **self.kwargs)
        spec = original if spec is True else spec
        if spec_set is True:
            spec, spec_set = None, original if spec is None else spec
        given = {name: value for name, value in (('spec', spec), ('spec_set', spec_set)) if value is not None}
        kind = self.new_callable
        if kind is None:
            kind = AsyncMock if spec is None and _is_async(original) else MagicMock
            for model in given.values():
                if '__call__' not in model if type(model) in (list, tuple) else not callable(model):
                    kind = NonCallableMagicMock
        named = isinstance(kind, type) and issubclass(kind, Base)
        made = kind(**({'name': self.attribute} if named else {}), **given, **self.kwargs)
        if given and isinstance(original, type) and isinstance(made, Base):
            # What calling the class gives has the same specification.
            model, = given.values()
            bases = (model if isinstance(model, type) else type(model)).__mro__
            if type(model) not in (list, tuple) and not any('__call__' in vars(base) for base in bases):
                kind = NonCallableMagicMock
            made.return_value = kind(_new_parent=made, _new_name='()', **given, **self.kwargs)
        return made

    def __enter__(self):
        self.target = self.getter()
        original, own = self.get_original()
        new = self.new
        if new is DEFAULT:
            new = self._make(original)
        elif self.autospec is not None:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, own
        self._stack = ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is not None:
                found = {self.attribute_name: new} if self.new is DEFAULT else {}
                for patching in self.additional_patchers:
                    more = self._stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        found.update(more)
                return found
            return new
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in _ALWAYS_THERE):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack, self._stack = self._stack, None
        return stack.__exit__(*exc_info)

    def start(self):
        """Patch until stop()."""
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        """Put back what was there."""
        if self not in self._active:
            return None
        self._active.remove(self)
        return self.__exit__(None, None, None)


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
          **kwargs):
    """Put a mock, or `new`, in the place of an attribute: patch('module.name')."""
    try:
        place, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(lambda: _import(place), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    """patch() for an attribute of an object."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """patch() for several attributes."""
    getter = (lambda: _import(target)) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict:
    """Changes a dict for a time."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear = in_dict, clear
        self.values = {**dict(values), **kwargs}

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f

        @functools.wraps(f)
        def inner(*args, **kw):
            with self:
                return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._original = self.in_dict.copy() if hasattr(self.in_dict, 'copy') else {key: self.in_dict[key] for key in self.in_dict}
        if self.clear:
            self._empty()
        for key, value in self.values.items():
            self.in_dict[key] = value
        return self.in_dict

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *args):
        self._empty()
        for key in self._original:
            self.in_dict[key] = self._original[key]
        return False

    def start(self):
        """Change until stop()."""
        result = self.__enter__()
        _patch._active.append(self)
        return result

    def stop(self):
        """Put back what was there."""
        if self in _patch._active:
            _patch._active.remove(self)
            return self.__exit__(None, None, None)


def _stop_all():
    """Stop all patches that were started."""
    for patcher in reversed(_patch._active[:]):
        patcher.stop()


patch.object, patch.dict, patch.multiple, patch.stopall, patch.TEST_PREFIX = (
    _patch_object, _patch_dict, _patch_multiple, _stop_all, 'test')
