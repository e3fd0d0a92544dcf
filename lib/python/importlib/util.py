"""Finding modules, and loading them from files."""

import os
import sys
import types
from importlib.machinery import ModuleSpec, SourceFileLoader

_absent = object()


def resolve_name(name, package):
    """A name without leading dots, which are relative to `package`."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec of a loader."""
    if is_package is None and hasattr(loader, 'is_package'):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_absent):
    """A spec of a file, or None when it is no source."""
    if location is None:
        location = loader.get_filename(name)
    location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not _absent:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, 'is_package') and loader.is_package(name):
        spec.submodule_search_locations = [os.path.dirname(location)]
    return spec


def module_from_spec(spec):
    """A new module, which the loader's exec_module() is to fill."""
    module = spec.loader.create_module(spec) if hasattr(spec.loader, 'create_module') else None
    if module is None:
        module = types.ModuleType(spec.name)
    module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
    if spec.has_location:
        module.__file__ = spec.origin
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module


def find_spec(name, package=None):
    """The spec of a module, without importing it (but packages around it); None when it is not found."""
    name = resolve_name(name, package)
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        spec = getattr(module, '__spec__', _absent)
        if spec is _absent:
            raise ValueError(f'{name}.__spec__ is not set')
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        if spec.loader is None and spec.has_location:
            spec.loader = SourceFileLoader(name, spec.origin)
        return spec
    above, _, last = name.rpartition('.')
    places = sys.path
    if above:
        parent = __import__(above, fromlist=['__path__'])
        try:
            places = parent.__path__
        except AttributeError:
            raise ModuleNotFoundError(f'__path__ attribute not found on {above!r} while trying to find {name!r}',
                                      name=name) from None
    found = _ask_finders(name, places if above else None)
    if found is not None:
        return found
    if name in sys.builtin_module_names:
        return ModuleSpec(name, None, origin='built-in')
    for place in places:
        for path in os.path.join(place, last, '__init__.py'), os.path.join(place, last + '.py'):
            if os.path.isfile(path):
                return spec_from_file_location(name, path)
    return ModuleSpec(name, None, origin='frozen') if _is_there(name) else None


def _is_there(name):
    """Whether it comes with the program: no folder has it, but it can be imported."""
    try:
        __import__(name)
    except ImportError:
        return False
    return True


def _ask_finders(name, path):
    """What the finders in sys.meta_path answer, or None."""
    for finder in sys.meta_path:
        spec = finder.find_spec(name, path) if hasattr(finder, 'find_spec') else None
        if spec is not None:
            return spec


def _load_by_finders(name, path):
    """The module, run by the loader that a finder has found; None when no finder knows it."""
    spec = _ask_finders(name, path)
    if spec is None:
        return None
    if not hasattr(spec.loader, 'exec_module'):
        raise ImportError('missing loader', name=spec.name)
    sys.modules[name] = module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return sys.modules[name]
