import sys
sys.path.insert(0, 'imported')
import pkg
import pkg.sub.deep as d
from pkg import a, VALUE
from pkg.sub import *
from pkg.sub.deep import up
print(pkg.VALUE, d.NAME, a.x, up(), sorted(n for n in dir() if n.startswith('star')))
print(__name__, pkg.__name__, pkg.__package__, d.__package__, a.__spec__.name)
import importlib
print(importlib.import_module('pkg.a').x, importlib.import_module('..a', 'pkg.sub').x, importlib.reload(d).up())
