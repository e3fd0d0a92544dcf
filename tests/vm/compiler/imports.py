import sys as s, builtins
import builtins as b
from builtins import len as L, str
from sys import *
print(s.__name__, b is builtins, L([1]), str is b.str)
try: from sys import nothing_here
except ImportError as e: print(type(e).__name__, e)
try: import no.such.thing
except ImportError as e: print(type(e).__name__, e)
def f():
    import sys, builtins as q
    from builtins import (abs,
                          max as m)
    return sys.__name__, abs(-1), m(1, 2), q.__name__
print(f())
class C:
    import sys
    from builtins import min
print(C.sys.__name__, C.min(2, 1))
