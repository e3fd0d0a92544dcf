# Calls and subscripts of what can be neither called nor subscripted.
from shared import show

SOURCES = r'''
x = [("a", 1) ("b", 2)]
---
"%s" (1)
---
1(), 1.5(), b""(), {}(), {1}(), [x for x in y](), f"{x}"(), t""(), None(), (x for x in y)()
---
(lambda: 1)()
---
[1]["a"], (1, 2)[None], "a"[1.5], b"a"[b"b"], f"{x}"["y"], [1][1, 2]
---
[1][0], [1][True], [1][x], [1][1:2], {1: 2}["a"], "a"[-1]
---
1[0], {1}[0], None[0], (lambda: 1)[0], t"a"[0]
---
"a"["b"] = 1
---
del "a"["b"]
'''

show(SOURCES)
