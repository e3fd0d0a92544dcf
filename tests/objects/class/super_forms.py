def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class A:
    def f(self): return 'A.f'
    @classmethod
    def g(cls): return 'A.g ' + cls.__name__
    @staticmethod
    def h(): return 'A.h'
    x = 1
    @property
    def p(self): return 'p of ' + type(self).__name__
class B(A):
    def f(self): return 'B.f>' + super().f()
    @classmethod
    def g(cls): return 'B.g>' + super().g()
    def h(self): return super().h()
    x = 2
    def y(self): return super().x, super(B, self).p
class C(A):
    def f(self): return 'C.f>' + super().f()
class D(B, C):
    def f(self): return 'D.f>' + super().f()
print(D().f(), B.g(), D.g(), B().h(), D().y())
print(super(B, D()).f(), super(B, D).g(), super(B, B()).x)
s = super(B, D())
print(s.__thisclass__, s.__self_class__, type(s.__self__), super(B), s)
for f in [lambda: s.nothing, lambda: super(1, 2), lambda: super(int, 'a'), lambda: super(A, B()).z, lambda: setattr(s, 'a', 1), lambda: super(1, 2, 3), lambda: super(x=1), lambda: super(B, int)]:
    show(f)
class U(A):
    unbound = None
    def f(self): return self.unbound.f()
U.unbound = super(U)
print(U().f())
