# total_ordering, cached_property.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

from functools import *
class A: pass
show(lambda:total_ordering(A))
show(lambda:total_ordering(int))
@total_ordering
class B:
    def __init__(s,v): s.v=v
    def __lt__(s,o): 
        if not isinstance(o,B): return NotImplemented
        return s.v<o.v
    def __eq__(s,o): return s.v==o.v
show(lambda:B(1)<=B(1))
show(lambda:B(1)>=B(1))
show(lambda:B(1)>B(1))
show(lambda:B(1)>3)
show(lambda:B(1)>=3)
class C:
    @cached_property
    def x(self): 
        "doc"
        print('computing'); return 5
c=C()
show(lambda:c.x+c.x)
show(lambda:vars(c))
show(lambda:C.__dict__['x'].__doc__)
show(lambda:C.__dict__['x'].attrname)
class S:
    __slots__=('a',)
    @cached_property
    def x(self): return 5
show(lambda:S().x)
class S2(type):
    @cached_property
    def x(self): return 5
class S3(metaclass=S2): pass
show(lambda:S3.x)
cp=cached_property(lambda s:1)
class S4: pass
S4.cp=cp
show(lambda:S4().cp)
def mk():
    class S5:
        a=cp
    class S6:
        b=cp
show(mk)
