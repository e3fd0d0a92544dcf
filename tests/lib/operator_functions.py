# The functions of operator.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import operator
from operator import *
show(lambda: add(1,2))
show(lambda: add(1,'a'))
show(lambda: add(1))
show(lambda: add(a=1,b=2))
show(lambda: and_(6,3)); show(lambda: or_(6,3)); show(lambda: xor(6,3)); show(lambda: not_(0)); show(lambda:inv(5)); show(lambda:invert(5))
show(lambda: concat([1],[2])); show(lambda: concat(1,2)); show(lambda: concat([1],(2,))); show(lambda: concat('a',1))
show(lambda: iconcat([1],(2,))); show(lambda: iconcat(1,2))
show(lambda: contains([1],1)); show(lambda: contains(1,1))
show(lambda: countOf([1,1,2],1)); show(lambda: countOf(3,1))
show(lambda: indexOf([1,2],2)); show(lambda: indexOf([1,2],3)); show(lambda: indexOf(3,3))
show(lambda: getitem([1,2],0)); show(lambda: getitem(1,0)); l=[1,2]; show(lambda: setitem(l,0,5)); show(lambda: delitem(l,1)); show(lambda:l)
show(lambda: index(5)); show(lambda: index('a')); show(lambda: index(True))
show(lambda: is_(1,1)); show(lambda: is_not(1,1)); show(lambda: is_none(None)); show(lambda: is_not_none(None)); show(lambda: is_none(1))
show(lambda: lt(1,2)); show(lambda: le(1,2)); show(lambda: eq(1,2)); show(lambda: ne(1,2)); show(lambda: gt(1,2)); show(lambda: ge(1,2)); show(lambda: lt(1,'a'))
show(lambda: truth([])); show(lambda: neg(1)); show(lambda: pos(1)); show(lambda: abs(-1)); show(lambda: neg('a'))
show(lambda: pow(2,3)); show(lambda: pow(2,3,4)); show(lambda: mod('%s',1)); show(lambda: truediv(1,2)); show(lambda: floordiv(7,2)); show(lambda: lshift(1,3)); show(lambda: rshift(8,2)); show(lambda: matmul(1,2)); show(lambda: sub(1,2)); show(lambda: mul('a',2)); 
show(lambda: iadd([1],[2])); show(lambda: imul([1],2)); show(lambda: ipow(2,3)); show(lambda: ior({1},{2})); show(lambda: isub(1,2)); show(lambda: imod(7,3)); show(lambda: ifloordiv(7,3)); show(lambda: itruediv(7,2)); show(lambda:ilshift(1,2)); show(lambda:irshift(4,1)); show(lambda:iand(6,3)); show(lambda:ixor(6,3)); show(lambda:imatmul(1,2)); show(lambda:isub('a',1))
show(lambda: length_hint([1,2])); show(lambda: length_hint(iter([1]))); show(lambda: length_hint(3)); show(lambda: length_hint(3,7)); show(lambda: length_hint(3,'a')); show(lambda:length_hint())
class LH:
    def __init__(s,v): s.v=v
    def __length_hint__(s): return s.v
show(lambda: length_hint(LH(4))); show(lambda: length_hint(LH(-1))); show(lambda: length_hint(LH('a'))); show(lambda: length_hint(LH(NotImplemented),3))
show(lambda: call(print,1,2,sep='-')); show(lambda: call()); show(lambda: call(3))
