# Keywords that follow a number without a blank.
import warnings

SOURCES = r'''
1if x else 2
---
[0x1for x in y]
---
1.5or 2jor 3
---
0b1and 0o7or 1_0in x
---
(1if 2else 3)
---
1 if x else 2
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
