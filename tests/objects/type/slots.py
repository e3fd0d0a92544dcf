def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y):
        self.x = x
        self.y = y
p = P(1, 2)
print(p.x, p.y, P.x, type(P.x).__name__, hasattr(p, '__dict__'))
del p.x
show(lambda: p.x)
class Q(P):
    __slots__ = ('z',)
q = Q(1, 2)
q.z = 3
print(q.x, q.y, q.z)
show(lambda: setattr(q, 'w', 1))
class R(P): pass
r = R(1, 2)
r.w = 5
print(r.x, r.w, r.__dict__)
class D:
    __slots__ = ('a', '__dict__')
d = D()
d.a = 1
d.b = 2
print(d.a, d.__dict__)
class M:
    __slots__ = ('__hidden',)
    def __init__(self): self.__hidden = 7
    def get(self): return self.__hidden
print(M().get(), sorted(n for n in M.__dict__ if 'hidden' in n))
class T(str):
    __slots__ = ('tag',)
t = T('abc')
t.tag = 9
print(t, t.tag)
class E(ValueError):
    __slots__ = ('n',)
e = E('a')
e.n = 4
e.other = 5
print(e, e.n, e.other)
def make(base, slots, **names):
    return type('X', base, dict(names, __slots__=slots))
for f in [lambda: make((int,), ('a',)), lambda: make((tuple,), ('a',)), lambda: make((bytes,), ('a',)), lambda: make((type,), ('a',)),
          lambda: make((), 'a b'), lambda: make((), ('a', 1)), lambda: make((), ('a',), a=1), lambda: make((), ('__dict__', '__dict__')),
          lambda: make((R,), ('__dict__',)), lambda: make((R,), ('__weakref__',))]:
    show(f)
