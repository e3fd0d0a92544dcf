# Calls and subscripts of what can be neither called nor subscripted.
import warnings

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
