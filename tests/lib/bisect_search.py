# bisect and insort.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import bisect
show(lambda: bisect.bisect([1,2,2,3],2)); show(lambda: bisect.bisect_left([1,2,2,3],2)); show(lambda: bisect.bisect_right([1,2,2,3],2))
show(lambda: bisect.bisect([1,2],1.5,0,1)); show(lambda: bisect.bisect([1,2],5,lo=-1)); show(lambda: bisect.bisect([1,2,3],5,hi=2)); show(lambda: bisect.bisect([1,2],1,hi=None))
show(lambda: bisect.bisect([1,2],5,0,10)); show(lambda: bisect.bisect(3,5)); show(lambda: bisect.bisect([1,2],'a')); show(lambda: bisect.bisect()); show(lambda: bisect.bisect([1],1,1,1,1)); show(lambda: bisect.bisect([1],1,'a'))
show(lambda: bisect.bisect([(1,'a'),(2,'b')],1,key=lambda p:p[0]))
l=[1,3]; show(lambda: bisect.insort(l,2) or l); show(lambda: bisect.insort_left(l,2) or l); show(lambda: bisect.insort(l,-5,key=lambda x:-x) or l); show(lambda: bisect.insort_right(a=l,x=9) or l)
show(lambda: bisect.insort((1,),2))
show(lambda: bisect.bisect('abd','c'))
show(lambda: bisect.bisect([1,2,3],2,hi=-1))
show(lambda: bisect.__all__ if hasattr(bisect,'__all__') else sorted(n for n in dir(bisect) if n[0]!='_'))
