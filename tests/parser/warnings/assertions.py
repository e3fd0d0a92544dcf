# Assertions of tuples, which are true.
from shared import show

SOURCES = r'''
assert (x, "message")
---
assert (x,), "message"
---
assert ()
---
assert x, "message"
'''

show(SOURCES)
