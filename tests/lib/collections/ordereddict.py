# OrderedDict: moving, popping, comparing, changes while iterating.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

from collections import *
import copy
o=OrderedDict([(1,2),(3,4)],a=5)
show(lambda:o)
show(lambda:OrderedDict())
show(lambda:OrderedDict(1,2))
show(lambda:OrderedDict(1))
show(lambda:o.move_to_end(1) or o)
show(lambda:o.move_to_end(1,last=False) or o)
show(lambda:o.move_to_end(1,False) or o)
show(lambda:o.move_to_end(77))
show(lambda:o.popitem())
show(lambda:o.popitem(last=False))
show(lambda:o.popitem(0))
show(lambda:o.popitem())
show(lambda:o.pop(3))
show(lambda:o.pop(3,4))
show(lambda:o.pop(key=3,default=7))
o=OrderedDict([(1,2),(3,4)])
show(lambda:o==OrderedDict([(3,4),(1,2)]))
show(lambda:o=={3:4,1:2})
show(lambda:{3:4,1:2}==o)
show(lambda:o!=OrderedDict([(3,4),(1,2)]))
show(lambda:o.keys())
show(lambda:o.items())
show(lambda:o.values())
show(lambda:list(reversed(o)))
show(lambda:list(reversed(o.keys())))
show(lambda:o.copy())
show(lambda:o|{5:6})
show(lambda:{5:6}|o)
show(lambda:type({5:6}|o))
o|={7:8}
show(lambda:o)
show(lambda:o.setdefault(9))
show(lambda:o.setdefault(key=9,default=3))
show(lambda:OrderedDict.fromkeys('abc',1))
show(lambda:OrderedDict.fromkeys(iterable='abc',value=1))
show(lambda:o.update(z=3) or o)
show(lambda:o.clear() or o)
class O(OrderedDict): 
    def __missing__(s,k): return 'missing'
o=O(a=1); o.x=3
show(lambda:o)
show(lambda:o['q'])
show(lambda:o.copy())
show(lambda:o.pop('zz'))
def f():
    o=OrderedDict.fromkeys('abc')
    for k in o: o.move_to_end(k)
show(f)
def f():
    o=OrderedDict.fromkeys('abc')
    for k in o: del o[k]
show(f)
def f():
    o=OrderedDict.fromkeys('abc')
    for k in o: o['z']=1
show(f)
def f():
    o=OrderedDict.fromkeys('abc')
    for k in o: o['a']=1
show(f)
o=OrderedDict(); o[1]=o
show(lambda:o)
o=OrderedDict(a=1); o.foo=3
show(lambda:vars(o))
show(lambda:o.__dict__)
show(lambda:hash(o))
show(lambda:type(o.keys()))
show(lambda:type(o.keys()).__mro__)
show(lambda:OrderedDict(a=1).keys()&{'a'})
show(lambda:isinstance(o.keys(),dict))
show(lambda:sorted(o.items(),key=lambda kv:kv))
show(lambda:dict(o))
show(lambda:{**o})
o=OrderedDict(a=1,b=2); o.move_to_end('a')
show(lambda:dict(o)); show(lambda:list(o)); show(lambda: o.__eq__(3))
show(lambda:o.__repr__())
show(lambda:copy.copy(o)); show(lambda:copy.deepcopy(o))
show(lambda:o.__class__)
show(lambda:o<o)
show(lambda:OrderedDict(b=1,**{'a':2}))
del o['a']; o['a']=3
show(lambda:o)
show(lambda:o.popitem(last='x'))
show(lambda:o.move_to_end())
