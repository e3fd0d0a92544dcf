import sys
sys.path.insert(0, 'imported')
try: import pkg.nope
except ImportError as e: print(type(e).__name__, e, e.name)
try: from pkg import nope
except ImportError as e: print(type(e).__name__, str(e).split(' (')[0], e.name)
try: import plain.x
except ImportError as e: print(type(e).__name__, e)
try: import pkg.sub.bad2
except ImportError as e: print(type(e).__name__, e)
try: import broken_module
except SyntaxError as e: print(e.msg, e.lineno)
print('broken_module' in sys.modules)
try: from . import x
except ImportError as e: print(e)
try: import circ2
except AttributeError as e: print(str(e).replace(sys.path[0], '').split(' from ')[0], str(e).split("'")[-1])
sys.modules['blocked'] = None
try: import blocked
except ImportError as e: print(type(e).__name__, e)
