def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

import sys
Module = type(sys)
m = Module('a', 'doc')
print(m, m.__doc__, sorted(dir(m)))
m.x = 1
print(m.x, m.__dict__['x'])
m.__getattr__ = lambda n: n * 2
print(m.foo)
del m.__getattr__
show(lambda: m.foo)
show(lambda: setattr(m, '__dict__', 1))
m.__file__ = '/x'
print(m)
del m.__name__
print(m)
del m.__file__
print(m)
show(lambda: m.foo)
show(lambda: Module())
show(lambda: Module(1))
show(lambda: sys.nothing)
print(sys)
class Sub(Module):
    @property
    def p(self): return 'prop'
s = Sub('s')
print(s.p, s.__name__, isinstance(s, Module))
m2 = Module('z')
m2.__class__ = Sub
print(m2.p)
