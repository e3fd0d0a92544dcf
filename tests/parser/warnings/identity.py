# Comparisons of identity with literals.
import warnings

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
