class A:
    n = 'An'
    def m(self, x=0): return ['A', x]
    @classmethod
    def c(cls): return 'Ac', cls.__name__
    @property
    def p(self): return 'Ap'
class B(A):
    n = 'Bn'
    def m(self, x=0): return super().m(x + 1) + ['B'] + super(B, self).m(*[5]) + super().m(x=7)
    @classmethod
    def c(cls): return super().c() + ('Bc',)
    @property
    def p(self): return super().p + 'Bp'
    def n2(self): return super().n, super(B, self).n
    def comp(self): return [super().n for _ in range(2)]
    def cls(self): return __class__.__name__
    def late(self):
        def inner(): return super(__class__, self).n
        return inner()
    def bad(self):
        return list(super().n for _ in range(1))
    def noargs(): return super().m()
    def delself(self):
        del self
        return super().m()
b = B()
print(b.m(), b.c(), b.p, b.n2(), b.comp(), b.cls(), b.late())
for fn in (b.bad, B.noargs, b.delself):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
def f(): super().x
try: f()
except RuntimeError as e: print(e)
class D(B):
    def __init__(self): super().__init__(); self.x = super().__class__.__name__
print(D().x)
class E_(A):
    def set(self): super().q = 1
try: E_().set()
except AttributeError as e: print(e)
