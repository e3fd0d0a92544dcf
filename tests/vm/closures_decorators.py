def cl():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
i = cl(); i(); print(i())
print((lambda *a, **k: (a, k))(1, *[2], x=3, **{'y': 4}))
def deco(n):
    def w(f):
        def g(*a): return (n, f(*a))
        return g
    return w
@deco(1)
@deco(2)
def ff(x): return x
print(ff(3))
