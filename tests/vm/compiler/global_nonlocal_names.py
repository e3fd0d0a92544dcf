x = 1
def f():
    global x, y
    x = 2
    y = 3
    def g():
        return x
    return g()
print(f(), x, y)
def h():
    x = 10
    def i():
        global x
        x = 20
        def j(): return x
        return j()
    return i(), x
print(h(), x)
class C:
    global z
    z = 5
    x = 'cx'
    def m(self): return x
print(z, C().m(), hasattr(C, 'z'))
def k():
    v = 1
    class D:
        nonlocal v
        v = 2
    return v, hasattr(D, 'v')
print(k())
def dl():
    global tmp
    tmp = 1
    del tmp
    try: tmp
    except NameError as e: print(e)
dl()
def p():
    def q():
        nonlocal a
        del a
    a = 1
    q()
    try: a
    except UnboundLocalError as e: print(e)
p()
exec('a = 1\nb = [a for _ in range(2)]\nc = (lambda: 5)()\nprint(a, b, c)', {})
ns = {}
exec('q = 1\nr = [q for _ in range(1)]\ndef s(): return 1', {'print': print}, ns)
print(sorted(ns))
