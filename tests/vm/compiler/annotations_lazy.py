def f(a: A, /, b: 'B' = 1, *c: C, d: D = 2, **e: E) -> R: pass
class A: pass
class C: pass
D = E = R = int
print(f.__annotations__)
class K:
    x: later
    y: int = 5
    def m(self, q: later) -> 'K': pass
    later = float
    if y > 3:
        z: str
    else:
        w: str
print(K.__annotations__, K.m.__annotations__, K.y)
a: undefined_name
b: int = 3
print(b, __annotate__(1) if False else 'lazy')
try: __annotate__(1)
except NameError as e: print(e)
undefined_name = bytes
print(__annotate__(1))
try: f.__annotate__(4)
except NotImplementedError as e: print('NI', e)
def g():
    loc: nowhere = 1
    other: nowhere
    try: other
    except UnboundLocalError as e: print(e)
    (par): nowhere = 5
    return loc, par
print(g(), g.__annotations__)
def h(*args: *tuple[int]): pass
print(h.__annotations__)
class P:
    __priv: int
    def f(self, __arg: int): pass
print(P.__annotations__, P.f.__annotations__)
def outer():
    T = int
    class Q:
        v: T
        def m(self) -> T: pass
    return Q
print(outer().__annotations__, outer().m.__annotations__)
