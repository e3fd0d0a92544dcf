def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
def part(x):
    if hasattr(x, '__next__'): return list(x)
    return getattr(x, '__name__', x)
def parts(r): return [part(x) for x in r] if isinstance(r, tuple) else r
class A:
    def __init__(s): s.x=1
class S:
    __slots__=('a','b')
class SD:
    __slots__=('a','__dict__')
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class N:
    def __getnewargs__(self): return (1,2)
class NE:
    def __getnewargs_ex__(self): return ((1,),{'k':2})
class G:
    def __getstate__(self): return 'st'
class R:
    def __reduce__(self): return 'own'
class E(Exception): pass
s=S(); s.a=1
sd=SD(); sd.a=1; sd.q=2
l=L([1,2]); l.z=1
d=D(a=1)
t=T((1,2))
for o in [A(), s, sd, l, d, I(5), t, N(), G(), R(), object(), 5, 'a', (1,), [1], {1:2}, {1}, frozenset([1]), 1.5, 1j, None, ..., NotImplemented, b'a', bytearray(b'a'), range(3), slice(1,2), E('m'), ValueError(1), memoryview(b''), (x for x in []), lambda: 1, property(), {}.keys()]:
    show(lambda: (type(o).__name__, parts(o.__reduce_ex__(4))))
show(lambda: NE().__reduce_ex__(4)[0].__name__)
show(lambda: NE().__reduce_ex__(4)[1:])
show(lambda: parts(A().__reduce_ex__(0))); show(lambda: A().__reduce_ex__('x')); show(lambda: parts(A().__reduce__())); show(lambda: s.__reduce_ex__(1))
show(lambda: A().__getstate__()); show(lambda: object().__getstate__()); show(lambda: s.__getstate__()); show(lambda: sd.__getstate__()); show(lambda: (5).__getstate__()); show(lambda: I(5).__getstate__())
