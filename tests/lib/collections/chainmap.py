# ChainMap.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

from collections import *
m=ChainMap({'a':1},{'b':2,'a':5})
show(lambda:m)
show(lambda:m['a'],)
show(lambda:m['b'])
show(lambda:m['z'])
show(lambda:len(m))
show(lambda:list(m))
show(lambda:dict(m))
show(lambda:m.new_child({'c':3}))
show(lambda:m.new_child(q=3))
show(lambda:m.new_child())
show(lambda:m.parents)
show(lambda:m.get('z',3))
show(lambda:'b' in m)
show(lambda:bool(ChainMap()))
show(lambda:ChainMap())
show(lambda:m.pop('b'))
show(lambda:m.__delitem__('b'))
show(lambda:m.popitem())
show(lambda:m.popitem())
show(lambda:m.clear())
m['q']=1
show(lambda:m.maps)
show(lambda:m.copy())
show(lambda:m|{'r':1})
show(lambda:{'r':1}|m)
show(lambda:m|3)
m|={'s':3}
show(lambda:m)
show(lambda:ChainMap.fromkeys('ab',0))
class CM(ChainMap):
    def __missing__(s,k): return 'miss'
show(lambda:CM()['x'])
show(lambda:m.items())
show(lambda:m==dict(m))
