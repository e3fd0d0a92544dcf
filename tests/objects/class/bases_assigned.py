# Assignment to __bases__: order, slots and errors.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def sb(c, b): 
    c.__bases__ = b
    return [x.__name__ for x in c.__mro__], c.__base__.__name__
class A:
    def who(self): return 'A'
    def __len__(self): return 1
class B:
    def who(self): return 'B'
    def __getitem__(self, i): return i
class C(A): pass
class D(C):
    def __init__(self): self.x = 1
d = D(); c = C()
print(d.who(), len(d))
t(lambda: sb(C, (B,)))
print(d.who(), c.who(), d[3])
t(lambda: len(d))
t(lambda: len(c))
print(A.__subclasses__(), B.__subclasses__(), isinstance(d, A), isinstance(d, B), C.__bases__)
t(lambda: sb(C, (B, A))); print(d.who(), len(d), d[2])
t(lambda: sb(C, (A, B))); print(d.who(), len(d), d[2])
t(lambda: sb(C, ())); t(lambda: sb(C, 1)); t(lambda: sb(C, [A])); t(lambda: sb(C, (1,))); t(lambda: sb(C, (A, A))); t(lambda: sb(C, (C,))); t(lambda: sb(C, (D,))); t(lambda: sb(C,(A, D)))
t(lambda: sb(C, (object,))); t(lambda: sb(C, (int,))); t(lambda: sb(C, (A, int))); t(lambda: sb(C, (dict,))); t(lambda: sb(C, (bool,))); t(lambda: sb(C,(A,object))); t(lambda: sb(C,(object,A)))
t(lambda: sb(A, (B,))); t(lambda: sb(A, (object,))); t(lambda: sb(int, (object,)))
def d1(): del C.__bases__
t(d1)
class X(Exception): pass
class Y(X): pass
t(lambda: sb(Y, (X, ValueError))); t(lambda: sb(Y, (ValueError,))); t(lambda: sb(Y, (OSError,))); t(lambda: sb(Y, (KeyError,))); t(lambda: sb(X,(ValueError,)))
try: raise Y(1)
except ValueError as e: print('caught', repr(e))
class L(list): pass
class M(L): pass
class N(list): 
    def hi(self): return len(self)
t(lambda: sb(M, (N,))); print(M([1,2]).hi())
t(lambda: sb(M, (A,))); t(lambda: sb(M, (N, A))); t(lambda: sb(M, (dict,)))
class S1: __slots__=('a',)
class S2: __slots__=('a',)
class S3: __slots__=('a','b')
class S4(S1): __slots__=()
class S5(S1): pass
t(lambda: sb(S4, (S2,))); t(lambda: sb(S4, (S3,))); t(lambda: sb(S5, (S2,))); t(lambda: sb(S5, (A,)))
class E1: __slots__=()
class E2: __slots__=()
class E3(E1): __slots__=()
t(lambda: sb(E3, (E2,))); t(lambda: sb(E3, (object,))); t(lambda: sb(E3, (A,))); t(lambda: sb(E1, (E2,)))
class P: pass
class Q(P): pass
class R(Q): pass
class Z(P, object): pass
class W(R, Z): pass
t(lambda: sb(P, (A,))); t(lambda: sb(Q, (Z,))); t(lambda: sb(Q, (A,))); t(lambda: [x.__name__ for x in W.__mro__]); print(R.__mro__, W.__mro__)
class Meta(type):
    def mro(cls):
        print('mro', cls.__name__); return super().mro()
class MA(metaclass=Meta): pass
class MB(MA): pass
class MC(MA): pass
class MD(MC): pass
t(lambda: sb(MC, (MB,))); print(MD.__mro__)
class Bad(type):
    on = False
    def mro(cls):
        if Bad.on and cls.__name__ == 'BD': raise ValueError('no mro')
        return super().mro()
class BA(metaclass=Bad): pass
class BB(BA): pass
class BC(BA): pass
class BD(BC): pass
Bad.on = True
t(lambda: sb(BC, (BB,))); print(BC.__mro__, BD.__mro__, BC.__bases__, BA.__subclasses__(), BB.__subclasses__())
class G:
    def __init__(self, v): self.v = v
class H:
    def __init__(self): self.v = 'H'
class I(G): pass
i = I(3); 
t(lambda: I(4).v)
sb(I, (H,)); t(lambda: I().v); t(lambda: I(4))
class N1:
    def __new__(cls, *a): r = super().__new__(cls); r.n = 'N1'; return r
class N2: pass
class N3(N2): pass
sb(N3, (N1,)); t(lambda: N3().n); sb(N3,(N2,)); t(lambda: N3().n)
class GA:
    def __getattr__(self, n): return n
class GB(N2): pass
g = GB()
t(lambda: g.foo); sb(GB,(GA,)); t(lambda: g.foo); sb(GB,(N2,)); t(lambda: g.foo)
class Mixin:
    def extra(self): return 'extra'
class Base0: pass
class User(Base0): pass
u = User()
User.__bases__ += (Mixin,)
print(u.extra(), User.__mro__)
User.__bases__ = (Mixin,) + User.__bases__[:1]
print(User.__mro__)
class EqA:
    def __eq__(s, o): return True
    def __hash__(s): return 7
class EqB(N2): pass
e = EqB(); print(e == 3); sb(EqB,(EqA,)); print(e == 3, hash(e)); sb(EqB, (N2,)); print(e == 3, hash(e) == 7)
class It:
    def __iter__(s): return iter([1,2])
    def __call__(s): return 'called'
    def __enter__(s): return s
    def __exit__(s, *a): pass
class It2(N2): pass
o = It2(); sb(It2, (It,)); print(list(o), o()); sb(It2,(N2,)); t(lambda: list(o)); t(lambda: o())
class TT(type): pass
class TU(TT): pass
class TV(type): pass
class Tc(metaclass=TU): pass
t(lambda: sb(TU, (TV,))); t(lambda: sb(TU,(type,))); t(lambda: sb(TU,(TV, TT)))
t(lambda: sb(Tc, (A,)))
class Tb(metaclass=TU): pass
class Tcc(Tb): pass
t(lambda: sb(Tcc, (A,))); t(lambda: sb(Tcc, (Tc,)))
class F1(A):
    def __init_subclass__(cls): print('isub', cls)
class F2(A): pass
t(lambda: sb(F2, (F1,)))
