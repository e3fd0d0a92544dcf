def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class C:
    @classmethod
    def c(cls, a=1): "doc c"; return cls.__name__, a
    @staticmethod
    def s(a, b=2): return a, b
    def m(self): "doc m"; return self
class D(C): pass
print(C.c(), D.c(5), D().c(6), C.s(1), C().s(3, 4))
print(C.__dict__['s'](9), C.__dict__['s'].__name__, C.__dict__['c'].__func__.__name__, C.c.__self__, C.c.__func__.__name__)
print(C.c.__doc__, C.__dict__['c'].__wrapped__.__name__)
d = D()
print(d.m == d.m, d.m is d.m, hash(d.m) == hash(d.m), d.m.__self__ is d, d.m.__func__ is C.m, d.m.__name__, d.m.__qualname__, d.m.__doc__, d.m() is d)
print(repr(D.c))
for f in [lambda: classmethod(), lambda: classmethod(1, 2), lambda: classmethod(x=1), lambda: staticmethod(), lambda: classmethod(1).__get__(None, int),
          lambda: setattr(d.m, 'x', 1), lambda: d.m.x, lambda: type(d.m)(1, 2), lambda: type(d.m)(len, None), lambda: type(d.m)(len, [1])(), lambda: type(d.m)()]:
    show(f)
