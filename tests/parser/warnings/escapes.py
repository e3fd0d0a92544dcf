# Escapes that mean nothing, in strings of every kind.
import warnings

SOURCES = r'''
x = "\d" "\e" b"\q"
---
x = """a
\d
"""
---
x = "\777" "\377" "\8"
---
x = r"\d" "\\d" "\'" "\x41"
---
x = f"\d{x}\e{'\w':\p}"
---
x = rf"\d{x:\d}"
---
x = f"\{x}"
---
x = "\d" +
---
x +
"\d"
---
x = b"\N{x} \u1234"
---
"""\ """
---
return "\d"
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
