class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **k): print('prepare', name, k); return {}
    def __new__(m, name, bases, ns, **k):
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **k): pass
class A(metaclass=Meta, x=1):
    """Doc
      indented
    end"""
    a: int = 1
    def f(self): self.q = 1; self.z: int = 2
    def g(self): self.b, self.q = 1, 2
    for i in range(2): pass
    del i
    if True:
        __private = 5
    def priv(self): return self.__private, A.__private
    class Inner:
        def m(self): pass
print(repr(A.__doc__), A.__module__, A.__qualname__, A.Inner.__qualname__, A.Inner.m.__qualname__)
print(A.__static_attributes__, A.__firstlineno__, A().priv(), '_A__private' in A.__dict__, A.__annotations__)
def dec(n):
    print('make', n)
    return lambda c: print('apply', n, c.__name__) or c
@dec(1)
@dec(2)
class B(A, *[], **{}): pass
@dec(3)
def fn(): pass
def f():
    class L:
        def m(self): return lambda: 0
    return L
print(f().__qualname__, f()().m().__qualname__, fn.__qualname__)
def g():
    global GG
    class GG: pass
    def inner(): pass
    return inner
print(g().__qualname__, GG.__qualname__)
x = 'module'
class S:
    x = x + '!'
    def get(self): return x
    y = (lambda: x)()
print(S.x, S().get(), S.y)
class Empty: pass
class Base1: pass
bases = [Base1]
class Multi(Empty, *bases): pass
print(Multi.__mro__)
class N:
    __x = 1
    def f(self, __y=2): __z = 3; return sorted(locals()), self.__x
    def g(self): import os.path as __p; return [n for n in locals() if 'p' in n]
print(N().f(), N.f.__code__.co_varnames)
