class Meta(type):
    def __new__(m, n, b, ns, **kw): print('Meta', n, kw); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **kw): super().__init__(n, b, ns)
    def __call__(c, *a): print('call', a); return super().__call__(*a)
class A(metaclass=Meta, x=1):
    def __init__(self, v=0): self.v = v
    def __add__(s, o): return ('add', s.v, o)
    def __radd__(s, o): return ('radd', o, s.v)
    def __iadd__(s, o): s.v += o; return s
    def __getattr__(s, n): return 'dyn_' + n
    def __class_getitem__(c, i): return (c.__name__, i)
    @property
    def p(self): return self.v * 2
    @p.setter
    def p(self, x): self.v = x
    @classmethod
    def cm(cls, x): return (cls.__name__, x)
    @staticmethod
    def sm(x): return x
a = A(5); print(a + 1, 1 + a, a.foo, A[int], a.p); a.p = 9; a += 1; print(a.v, a.cm(1), A.sm(2))
