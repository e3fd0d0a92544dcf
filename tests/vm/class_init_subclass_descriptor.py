class Base:
    def __init_subclass__(cls, **kw): print('sub', cls.__name__, kw); super().__init_subclass__()
    def hi(self): return 'base'
class D(Base, z=3):
    def hi(self): return 'D' + super().hi()
class Desc:
    def __set_name__(s, o, n): s.n = n; print('name', n)
    def __get__(s, i, o): return (s.n, i is None)
    def __set__(s, i, v): print('set', v)
class E(D):
    d = Desc()
    __slots__ = ('q', 'r')
e = E(); print(e.hi(), e.d, E.d); e.d = 4; e.q = 1
try: e.r
except AttributeError as x: print(x)
print([c.__name__ for c in E.__mro__])
