# Globals, builtins and names are cached by the version of their dict.
x = 1
def read(): return x
def builtin(v): return len(v)
print(read(), read(), builtin('ab'))
x = 2
print(read())
for name in ('q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'): globals()[name] = 0
print(read())
len = lambda v: 'mine'
print(builtin('ab'))
del len
print(builtin('ab'))
del x
try: read()
except NameError as e: print(e)
globals()['x'] = 3
print(read())
import builtins
def b(): return brand_new
try: b()
except NameError as e: print(e)
builtins.brand_new = 'in builtins'
print(b(), b())
brand_new = 'in globals'
print(b())
del brand_new
print(b())
del builtins.brand_new
try: b()
except NameError as e: print(e)
for i in range(3):
    if i == 1: y = 'first'
    try: print(y)
    except NameError as e: print(e)
code = compile('z = k * 2', 'c', 'exec')
for k in range(3):
    d = {'k': k}
    exec(code, d)
    print(d['z'])
class Namespace(dict):
    def __missing__(self, key): return 'missing ' + key
print(eval('one + two', {}, Namespace(one='1')))
print(eval('nothing', {}, Namespace()))
