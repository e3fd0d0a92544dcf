# copyreg: functions that reduce objects of a class.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import copy
class S: __slots__=("a","b")
class SD(S): pass
import copyreg
show(lambda:copyreg.__all__)
class Pk:
    def __init__(s,a): s.a=a
copyreg.pickle(Pk, lambda o:(Pk,(o.a+1,)))
show(lambda:copy.copy(Pk(3)).a)
show(lambda:copy.deepcopy(Pk(3)).a)
show(lambda:copyreg.pickle(3,4))
show(lambda:copyreg.constructor(3))
show(lambda:copyreg.__newobj__(list))
show(lambda:copyreg._slotnames(SD))
show(lambda:sorted(map(str,copyreg.dispatch_table))[:2])
import abc, collections
class AB(abc.ABC): pass
show(lambda:copy.deepcopy(AB) is AB)
show(lambda:copy.deepcopy(collections.deque([[1]])))
