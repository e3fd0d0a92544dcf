def f(a, b=2, *args, c=3, **kw):
    def g():
        nonlocal a
        a += 1
        return a, b, args, c, kw
    b += 10
    return g
g = f(1, 2, 3, c=4, d=5)
print(g(), g())
print(f.__code__.co_cellvars, f.__code__.co_varnames, g.__code__.co_freevars)
def outer():
    x = 'o'
    class C:
        y = x
        x = 'c'
        z = x
        def m(self): return x
        w = [x for _ in range(1)]
    return C.y, C.z, C().m(), C.w
def outer2():
    x = 'o'
    class C:
        print(x)
        def m(self):
            return x
    x = 'changed'
    return C().m()
print(outer2())
fs = [lambda: i for i in range(3)]
print([h() for h in fs])
gs = [lambda i=i: i for i in range(3)]
print([h() for h in gs])
def deep():
    n = 0
    def a():
        def b():
            nonlocal n
            n += 1
            return n
        return b
    return a()
d = deep(); print(d(), d())
def unset():
    def q(): return later
    try: q()
    except NameError as e: print(e)
    later = 1
    del later
    try: later
    except NameError as e: print(type(e).__name__, e)
    try: q()
    except NameError as e: print(e)
unset()
def rec(n):
    return lambda: (n, rec(n - 1)() if n else None)
print(rec(2)())
