# Statements that leave a finally block, and so drop an exception.
from shared import show

SOURCES = r'''
def f():
    try: pass
    finally: return 1
---
for x in y:
    try: pass
    finally:
        if x: break
        else: continue
---
try: pass
finally:
    for x in y: break
    while x: continue
    def f(): return
---
def f():
    try: pass
    finally:
        try: return 1
        except E: return 2
        finally: return 3
---
while x:
    try: pass
    finally:
        for x in y: pass
        else: break
'''

show(SOURCES)
