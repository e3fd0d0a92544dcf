def f(*a, **k): return a, k
class C:
    def m(self, *a, **k): return a, k
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    def __call__(self, *a, **k): return 'call', a, k
c = C()
print(f(), f(1), f(1, 2, x=3), f(*[1, 2], 3, *(4,), k=1, **{'z': 2}, y=3), f(**{'a': 1}))
print(c.m(), c.m(1, k=2), c.m(*[1], **{'q': 1}), C.m(c, 5), c(1, x=2))
print(c.c(1), C.c(2), c.s(3), C.s(4))
c.attr = lambda *a: ('attr', a)
print(c.attr(1, 2))
def err(call):
    try: call()
    except TypeError as e: print(e)
err(lambda: f(*5)); err(lambda: f(**5)); err(lambda: f(**{1: 2})); err(lambda: f(**{'a': 1}, a=2)); err(lambda: f(1, *5))
err(lambda: f(a=1, **{'a': 2})); err(lambda: c.m(**3)); err(lambda: 5()); err(lambda: f(**{'x': 1}, **{'x': 2}))
def g(a, b=2, /, c=3, *, d, e=5): return a, b, c, d, e
print(g(1, d=4), g(1, 2, 3, d=4, e=6), g(1, c=9, d=0))
err(lambda: g()); err(lambda: g(1)); err(lambda: g(1, a=2, d=1)); err(lambda: g(1, 2, 3, 4, d=1)); err(lambda: g(1, d=1, z=2))
print(f(*range(3), *'ab'), f(*(x for x in 'cd')), max(*[1, 5, 3]), dict(**{'a': 1}, b=2))
print(f(*[i for i in range(300)])[0][-1], len(eval('f(' + ','.join(['1'] * 300) + ')')[0]))
print((lambda x, *y, z=1, **w: (x, y, z, w))(1, 2, z=3, q=4))
