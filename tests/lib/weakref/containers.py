# WeakValueDictionary, WeakKeyDictionary, WeakSet.
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
d=WeakValueDictionary()
a=A(4); b=A(5)
d['a']=a; d['b']=b
show(lambda: sorted(d))
show(lambda: (d['a'],len(d),'a' in d,d.get('z'),d.get('z',1)))
show(lambda: sorted(d.items(),key=str))
show(lambda: sorted(d.keys())); show(lambda: sorted(d.values(),key=str))
del a; gc.collect()
show(lambda: (sorted(d),len(d),'a' in d))
show(lambda: d['a'])
show(lambda: d.pop('zz'))
show(lambda: d.pop('b'))
show(lambda: d.setdefault('b',b))
show(lambda: d.popitem())
show(lambda: d.update({'q':b}) or list(d))
show(lambda: d.__setitem__('x',3))
show(lambda: isinstance(d,dict))
k=WeakKeyDictionary()
a=A(6)
k[a]=1
show(lambda: (k[a],len(k),list(k),a in k,list(k.items()),k.get(b,5)))
show(lambda: k[3])
show(lambda: 3 in k)
show(lambda: k.__setitem__(3,1))
show(lambda: len(k.keyrefs()))
del a; gc.collect()
show(lambda: len(k))
s=WeakSet()
a=A(7)
s.add(a); s.add(b)
show(lambda: (len(s),a in s,3 in s))
show(lambda: s.add(3))
del a; gc.collect()
show(lambda: (len(s),list(s)))
