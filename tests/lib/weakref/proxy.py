# proxy.
from shared import *

class L(list): pass
a=A(3)
p=proxy(a)
show(lambda: type(p))
show(lambda: p.v)
p.v=9
show(lambda: a.v)
show(lambda: p.m())
show(lambda: str(p))
show(lambda: hash(p))
show(lambda: p==a)
show(lambda: proxy(a) is p)
show(lambda: isinstance(p,A))
show(lambda: p.__class__)
show(lambda: p.nope)
l=L([3,1]); pl=proxy(l)
show(lambda: (pl[0],len(pl),list(pl),1 in pl,pl+[5],bool(pl)))
show(lambda: pl.append(4) or l)
pl[0]=7
show(lambda: l)
del pl[0]
show(lambda:l)
def f(x=1): return x
pf=proxy(f)
show(lambda: pf(5))
show(lambda: type(pf))
class Num:
    def __init__(s,v): s.v=v
    def __add__(s,o): return s.v+getattr(o,'v',o)
    __radd__=__add__
    def __neg__(s): return -s.v
    def __mul__(s,o): return s.v*o
    def __int__(s): return s.v
    def __index__(s): return s.v
    def __lt__(s,o): return s.v<o
    def __eq__(s,o): return s.v==o
    def __iadd__(s,o): return s.v+o
n=Num(5); pn=proxy(n)
show(lambda: (pn+1,1+pn,-pn,pn*2,int(pn),pn<6,pn==5))
pn2=pn
pn2+=1
show(lambda:pn2)
del a; gc.collect()
show(lambda: p.v)
show(lambda: str(p))
show(lambda: proxy(3))
show(lambda: p==3)
show(lambda: bool(p))
