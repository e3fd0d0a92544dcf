# Comparisons of identity with literals.
from shared import show

SOURCES = r'''
x is 1
---
x is not "a"
---
() is x
---
x is (1, None) is y
---
x is None, x is True, x is ..., x is []
---
x is -1
---
x is (1, y), x is f"a"
---
def f(a=1 is x): return [y is 2.5 for y in a]
---
def f():
    x: 1 is 2 = 3
---
x is 1; nonlocal y
---
x is 1; break
---
break; x is 1
'''

show(SOURCES)
