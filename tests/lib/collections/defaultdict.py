# defaultdict.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

from collections import *
import copy
d=defaultdict(list)
d[1].append(2)
show(lambda:d)
show(lambda:defaultdict())
show(lambda:defaultdict(3))
show(lambda:defaultdict(None,{1:2},a=3))
show(lambda:defaultdict(int,[(1,2)])[5])
show(lambda:defaultdict()[5])
show(lambda:defaultdict(default_factory=3))
show(lambda:d.__missing__(9))
show(lambda:defaultdict().__missing__(9))
show(lambda:d.default_factory)
show(lambda:setattr(d,'default_factory',None))
show(lambda:d[8])
show(lambda:d.copy())
show(lambda:type(d.copy()))
show(lambda:copy.deepcopy(d))
show(lambda:d|{3:4})
show(lambda:{3:4}|d)
show(lambda:d|3)
show(lambda:d.fromkeys([1]))
d.default_factory=lambda:d
d=defaultdict(None); d[1]=d
show(lambda:d)
class DD(defaultdict): pass
show(lambda:DD(int,{1:2}))
show(lambda:DD(int).copy())
show(lambda:defaultdict(int)=={})
show(lambda:defaultdict[int,str])
show(lambda:defaultdict(int,1,2))
show(lambda:d.get(3))
show(lambda:3 in d)
show(lambda:defaultdict.__init__(d,int) or d)
