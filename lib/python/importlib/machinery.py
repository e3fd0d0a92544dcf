"""What modules are loaded by."""

import os

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of files that are modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """How a module is found: its name, loader and place."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = False

    @property
    def parent(self):
        """The package that the module is in, or is."""
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    def __eq__(self, other):
        try:
            return (self.name, self.loader, self.origin, self.submodule_search_locations) == (
                other.name, other.loader, other.origin, other.submodule_search_locations)
        except AttributeError:
            return NotImplemented

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(parts)})'


class SourceFileLoader:
    """Loads a module from a file with its source."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, fullname=None):
        """The name of the file."""
        return self.path

    def get_data(self, path):
        """The bytes of a file."""
        with open(path, 'rb') as file:
            return file.read()

    def get_source(self, fullname=None):
        """The source as text."""
        return self.get_data(self.path).decode('utf-8-sig')

    def get_code(self, fullname=None):
        """The compiled source."""
        return compile(self.get_data(self.path), self.path, 'exec', dont_inherit=True)

    def is_package(self, fullname=None):
        """Whether it is the __init__ of a package."""
        return os.path.basename(self.path) == '__init__.py' and not (fullname or self.name).endswith('__init__')

    def create_module(self, spec):
        """None: an ordinary module will do."""

    def exec_module(self, module):
        """Run the source in a module."""
        exec(self.get_code(module.__name__), module.__dict__)
