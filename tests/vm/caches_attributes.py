# Sites that have seen one thing must notice when it changes.
class A:
    x = 'class'
    def m(self): return 'm1'

def read(o): return o.x
def call(o): return o.m()
def write(o, v): o.y = v

a = A()
print(read(a), read(a), call(a), call(a))
a.x = 'instance'
print(read(a), read(a))
del a.x
print(read(a))
A.x = 'changed'
print(read(a))
A.m = lambda self: 'm2'
print(call(a))
a.m = lambda: 'own'
print(call(a), call(A()))
del a.m
print(call(a))
A.x = property(lambda self: 'property')
print(read(a))
a.__dict__['x'] = 'hidden by the property'
print(read(a))
del A.x
print(read(a))
class B(A):
    def m(self): return 'B.m'
b = B()
print(call(b), call(a), call(b))
b.__class__ = A
print(call(b))
for i in range(3):
    o = A()
    write(o, i)
    print(o.y, o.__dict__)
A.y = property(lambda self: 'py', lambda self, v: print('set', v))
write(A(), 5)
class S:
    __slots__ = ('y',)
s = S()
write(s, 1); write(s, 2)
print(s.y)
try: write(object(), 1)
except AttributeError as e: print(e)
class G:
    def __getattr__(self, n): return 'dyn ' + n
print(read(G()), read(a), read(G()))
class H:
    def __getattribute__(self, n): return 'all ' + n
print(read(H()), read(G()))
class Many: pass
m = Many()
for i in range(40): setattr(m, 'a%d' % i, i)
print(sum(getattr(m, 'a%d' % i) for i in range(40)), list(m.__dict__)[:3], len(m.__dict__))
def order(first):
    o = Many()
    if first: o.p = 1; o.q = 2
    else: o.q = 1; o.p = 2
    return o.p, o.q
print(order(True), order(False), order(True))
import sys
def mod(): return sys.marker
sys.marker = 1; print(mod(), mod())
sys.marker = 2; print(mod())
del sys.marker
try: mod()
except AttributeError as e: print(e)
def cls(c): return c.attr
class C1: attr = 1
class C2(C1): pass
print(cls(C2), cls(C2)); C1.attr = 2; print(cls(C2)); C2.attr = 3; print(cls(C2), cls(C1)); del C2.attr; print(cls(C2))
