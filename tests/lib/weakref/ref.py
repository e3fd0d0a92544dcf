# ref: what can be referred to, comparing, callbacks.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import weakref, gc
from weakref import *
class A:
    def __init__(s,v=0): s.v=v
    def m(s): return s.v
    def __repr__(s): return f'A{s.v}'
a=A(1)
r=ref(a)
show(lambda: r() is a)
show(lambda: ref(a) is r)
show(lambda: ref(a,print) is r)
show(lambda: ref)
show(lambda: type(r))
show(lambda: ref(3))
show(lambda: ref('a'))
show(lambda: ref([]))
show(lambda: ref(None))
show(lambda: ref({}))
show(lambda: ref((1,)))
show(lambda: ref(object()))
show(lambda: ref())
show(lambda: ref(a,1,2))
show(lambda: ref(a,x=1))
show(lambda: r(1))
show(lambda: r.__callback__)
show(lambda: ref(a,print).__callback__)
show(lambda: hash(r)==hash(a))
show(lambda: r==ref(a,len))
b=A(1)
show(lambda: ref(b)==r)
show(lambda: r!=3)
show(lambda: r<r)
show(lambda: getweakrefcount(a))
show(lambda: getweakrefcount(3))
show(lambda: len(getweakrefs(a)))
for o in (lambda:1, A, set(), frozenset(), type, len, print, (x for x in ()), A().m, gc, 1j, b'', bytearray(), memoryview(b''), slice(1), range(3), property(), staticmethod(1), classmethod(1), Exception(), iter([]), open, super(A,A()), r):
    try: ref(o); print(type(o).__name__, 'ok')
    except TypeError as e: print(e)
class S: __slots__=('a',)
show(lambda: ref(S()))
class SW: __slots__=('a','__weakref__')
show(lambda: ref(SW()) is not None)
class L(list): pass
show(lambda: ref(L()) is not None)
class I(int): pass
show(lambda: ref(I()) is not None)
class T(tuple): pass
show(lambda: ref(T()) is not None)
class D(dict): pass
show(lambda: ref(D()) is not None)
a=A(2)
r=ref(a,lambda r: print('callback',r is rr, r()))
rr=r
del a; gc.collect()
show(lambda: r())
show(lambda: r.__callback__)
show(lambda: hash(r))
show(lambda: r==rr)
