# partialmethod, wraps, caches and dispatch to abstract classes.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

from functools import *
import functools
class P:
    def m(self,a,b=2,*c,**d): return (a,b,c,d)
    pm=partialmethod(m,1,z=3)
    q=partialmethod(pm,5)
    r=partialmethod(m,Placeholder,7)
    @partialmethod
    def s(self): return 4
    st=partialmethod(staticmethod(print),'st')
    cm=partialmethod(classmethod(lambda cls,x:(cls,x)),3)
show(lambda:P().pm())
show(lambda:P().pm(9))
show(lambda:P().q(9))
show(lambda:P().r(9))
show(lambda:P().s())
show(lambda:P().st())
show(lambda:P().cm())
show(lambda:P.cm())
show(lambda:P.pm(P(),2))
show(lambda:partialmethod(3))
show(lambda:partialmethod(print,Placeholder))
show(lambda:partialmethod(print,x=Placeholder))
show(lambda:partialmethod.__mro__)
def w(): "doc"
w.x=1
w.__wrapped__=4
@wraps(w)
def v(a:int): pass
show(lambda:WRAPPER_ASSIGNMENTS+WRAPPER_UPDATES)
show(lambda:cache(len).cache_parameters())
show(lambda:lru_cache(maxsize=None,typed=True)(len).cache_parameters())
from collections.abc import *
@singledispatch
def h(x): return 'object'
@h.register(Sized)
def _(x): return 'Sized'
@h.register(Iterable)
def _(x): return 'Iterable'
class Q: 
    def __len__(s): return 3
    def __iter__(s): return iter([])
show(lambda:h(Q()))
show(lambda:h(3))
class Q2:
    def __len__(s): return 3
show(lambda:h(Q2()))
class Q3(Sized,Iterable):
    def __len__(s): return 3
    def __iter__(s): return iter([])
show(lambda:h(Q3()))
show(lambda:h([]))
