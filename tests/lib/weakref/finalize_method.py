# finalize, WeakMethod, subclasses of ref.
from shared import *

b=A(1)
a=A(8)
fin=finalize(a,print,'finalized',1,sep='-')
show(lambda: fin.alive)
show(lambda: fin.peek()[1:])
show(lambda: repr(fin)[:16])
show(lambda: fin.atexit)
del a; gc.collect()
show(lambda: fin.alive)
show(lambda: fin())
show(lambda: repr(fin)[:15])
a=A(9)
fin=finalize(a,print,'explicit')
fin(); fin()
show(lambda: fin.detach())
fin=finalize(a,print,'x'); show(lambda: fin.detach()[2:]); show(lambda: fin.alive)
wm=WeakMethod(a.m)
show(lambda: wm()())
show(lambda: WeakMethod(3))
show(lambda: wm==WeakMethod(a.m))
show(lambda: hash(wm)==hash(WeakMethod(a.m)))
del a; gc.collect()
show(lambda: wm())
class R(ref):
    __slots__=('k',)
    def __new__(cls,o,cb=None,k=None): return super().__new__(cls,o,cb)
    def __init__(s,o,cb=None,k=None): super().__init__(o,cb); s.k=k
x=R(b,k=5); show(lambda:(x.k,x() is b,x is not ref(b)))
show(lambda: (ProxyType,CallableProxyType,ProxyTypes,ReferenceType,KeyedRef))
show(lambda: ref[int])
show(lambda: R(b) is R(b))
class E:
    __eq__=None
    __hash__=None
e=E()
show(lambda: hash(ref(e)))
