import sys
sys.path.insert(0, 'imported')
try: import pkg.nope
except ImportError as e: print(type(e).__name__, e, e.name)
try: from pkg import nope
except ImportError as e: print(type(e).__name__, str(e).split(' (')[0], e.name)
try: import circ2.x
except ImportError as e: print(type(e).__name__, e)
try: import pkg.sub.bad2
except ImportError as e: print(type(e).__name__, e)
try: import broken_module
except SyntaxError as e: print(e.msg, e.lineno)
print('broken_module' in sys.modules)
try: from . import x
except ImportError as e: print(e)
sys.modules['blocked'] = None
try: import blocked
except ImportError as e: print(type(e).__name__, e)
