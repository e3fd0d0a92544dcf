# Finders in sys.meta_path; what importlib.util makes of specs; modules that block others.
import importlib
import importlib.machinery
import importlib.util
import os
import sys
import types

def attempt(source):
    names = {'__name__': 'tester', 'importlib': importlib, 'types': types}
    try:
        exec(source, names)
    except (ImportError, TypeError, AttributeError) as e:
        print(type(e).__name__, e, getattr(e, 'name', None))

class Finder:
    def find_spec(self, name, path, target=None):
        if name.startswith('made_'):
            return importlib.machinery.ModuleSpec(name, Loader(), is_package=name.endswith('pack'))

class Loader:
    def create_module(self, spec):
        return types.ModuleType(spec.name, 'made here') if spec.name.endswith('doc') else None
    def exec_module(self, module):
        if module.__name__.endswith('fails'):
            raise ValueError('while loading')
        module.value = module.__name__ * 2

sys.meta_path.insert(0, Finder())
attempt('import made_one; print(made_one.value, made_one.__spec__.name, made_one.__doc__)')
attempt('from made_doc import value; import made_doc; print(value, made_doc.__doc__)')
attempt('import made_pack.inner')
attempt('import made_one.inner')
try:
    import made_fails
except ValueError as e:
    print(e, 'made_fails' in sys.modules)
print(importlib.util.find_spec('made_other').name, importlib.util.find_spec('nowhere_at_all'))
sys.meta_path.pop(0)
attempt('import made_two')

folder = '/tmp/import_finders_%d' % os.getpid()
os.makedirs(folder + '/spacious')
with open(folder + '/plain_one.py', 'w') as file:
    file.write('print("runs", __name__)\nx = 1\n')
with open(folder + '/spacious/one.py', 'w') as file:
    file.write('')
sys.path.insert(0, folder)
spec = importlib.util.find_spec('plain_one')
print(spec.name, spec.has_location, repr(spec.parent), spec.submodule_search_locations)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.x, 'plain_one' in sys.modules)
attempt('import plain_one; plain_one.x = 9; print(importlib.reload(plain_one).x)')
attempt('import spacious.one; print(spacious.__file__, repr(spacious).replace("%s", "..."))' % folder)
attempt('importlib.reload(5)')
attempt('importlib.reload(types.ModuleType("absent"))')
sys.modules['blocked'] = None
for source in 'import blocked', 'from blocked import x', 'import blocked.y':
    attempt(source)
sys.modules['number'] = 5
for source in 'import number; print(number)', 'from number import real; print(real)', 'from number import nothing', 'import number.y':
    attempt(source)
for name in os.listdir(folder + '/spacious'):
    if name.endswith('.py'): os.remove(folder + '/spacious/' + name)
os.system('rm -r ' + folder)
