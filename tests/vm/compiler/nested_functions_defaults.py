def f(a=1, b=[], *, c=2, d={}): b.append(a); return b, c, d
print(f(), f(2), f(3, c=5))
print(f.__defaults__, f.__kwdefaults__)
def g(x=f, y=lambda v=7: v): return x is f, y()
print(g())
def v(n): print(n, end=' '); return n
def h(a=v(1), *, b=v(2), c=v(3)) -> v(9): pass
print(h.__defaults__, h.__kwdefaults__)
k = [lambda x=i: x for i in range(3)]
print([q() for q in k], (lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))(1, d=4, z=6))
print(h.__code__.co_argcount, h.__code__.co_kwonlyargcount, h.__code__.co_varnames, h.__code__.co_name, h.__code__.co_firstlineno)
