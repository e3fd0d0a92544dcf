# Statements that leave a finally block, and so drop an exception.
import warnings

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


def attempt(action, source):
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter(action)
        try:
            compile(source, '<test>', 'exec')
            error = None
        except SyntaxError as e:
            error = f'{e.msg} at {e.lineno}:{e.offset} to {e.end_lineno}:{e.end_offset} in {e.text!r}'
    for warning in given:
        print('   ', warning.category.__name__, warning.lineno, warning.message)
    if error:
        print('    SyntaxError', error)


for source in SOURCES[1:-1].split('\n---\n'):
    print(source)
    attempt('always', source)
    attempt('error', source)
