# What exec(), eval() and compile() are given has the future import of the caller, or that of compile()'s flags; texts of annotations.
from __future__ import annotations
import __future__

for run in (lambda text, names: exec(text, names),
            lambda text, names: exec(compile(text, '<text>', 'exec'), names),
            lambda text, names: exec(compile(text, '<text>', 'exec', __future__.annotations.compiler_flag, True), names),
            lambda text, names: exec(compile(text, '<text>', 'exec', dont_inherit=True), names)):
    names = {}
    run('def function(a: unknown+1): pass', names)
    try:
        print(names['function'].__annotations__, hex(names['function'].__code__.co_flags & 0x1000000))
    except NameError as error:
        print(error)
print(hex(eval('lambda: 0').__code__.co_flags & 0x1000000))


def texts(a: u'text', b: 1e309, c: (1e309j, -1e309), d: [u'a' 'b'], e: 'a' u'b', f: f"{u'a'}", g: 'inf'):
    pass


for name, text in texts.__annotations__.items():
    print(name, text)
