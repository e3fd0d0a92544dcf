# __builtins__ of the globals may be any mapping, a module, or nonsense that is noticed at the first look.
import sys
from types import MappingProxyType, ModuleType, FunctionType


def show(source, builtins, kind=dict):
    try:
        print(repr(eval(source, kind({'__builtins__': builtins}))))
    except Exception as e:
        print(type(e).__name__, e)


class Loud(dict):
    def __getitem__(self, key):
        raise OverflowError(key)


class Echo(dict):
    def __missing__(self, key):
        return key


module = ModuleType('module')
module.word = 'of a module'
for builtins in ({}, {'word': 1}, MappingProxyType({'word': 2}), module, Loud(word=3), Echo(), 5, None, [], 'text', object):
    show('word', builtins)
    show('(lambda: word)()', builtins)
    show('[word for _ in "ab"]', builtins)
show('word', {}, Echo)
show('(lambda: word)()', {}, Echo)
show('(lambda: word)()', {}, Loud)

for builtins in {}, MappingProxyType({}), MappingProxyType({'__import__': lambda *args: print(args[0])}):
    for source in 'class C: pass', 'import spam':
        try:
            exec(source, {'__builtins__': builtins})
        except Exception as e:
            print(type(e).__name__, e)

view = MappingProxyType({'one': 1})
f = FunctionType((lambda: one).__code__, {'__builtins__': view})
print(f(), f.__builtins__ is view)
inner = eval('lambda: one', {'__builtins__': view})
print(inner(), inner.__builtins__ is view)
frame = eval('get()', {'__builtins__': {'get': sys._getframe}})
print(frame.f_builtins == {'get': sys._getframe})
space = {'__builtins__': {'exec': exec, 'print': print}}
exec("x = 5\nexec('print(x)')", space)
code = compile('word', '', 'eval')
for k in range(3):
    print(eval(code, {'__builtins__': {'word': k}}), eval(code, {'__builtins__': MappingProxyType({'word': -k})}))
