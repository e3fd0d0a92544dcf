# heapq: heaps both ways, merge, nsmallest, nlargest, comparisons that change the heap.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import heapq
print(heapq.__all__)
h=[5,3,8,1]
show(lambda: heapq.heapify(h) or h)
show(lambda: heapq.heappush(h,0) or h)
show(lambda: [heapq.heappop(h) for _ in range(5)])
show(lambda: heapq.heappop([]))
show(lambda: heapq.heappop(3))
show(lambda: heapq.heappush(3,1))
show(lambda: heapq.heappush([]))
show(lambda: heapq.heapify((1,)))
show(lambda: heapq.heapreplace([],1))
show(lambda: heapq.heapreplace([1,2],5))
show(lambda: heapq.heappushpop([1,2],0))
show(lambda: heapq.heappushpop([1,2],5))
show(lambda: heapq.heappushpop([],5))
show(lambda: heapq.heappushpop(1,5))
show(lambda: heapq.heapify([1,'a']))
h=[1,5,2]
show(lambda: heapq.heapify_max(h) or h)
show(lambda: heapq.heappush_max(h,9) or h)
show(lambda: heapq.heappop_max(h))
show(lambda: heapq.heapreplace_max(h,0))
show(lambda: heapq.heappushpop_max(h,10))
show(lambda: heapq.heappushpop_max(h,-1))
show(lambda: heapq.heappop_max([]))
show(lambda: list(heapq.merge([1,4],[2,3],[0])))
show(lambda: list(heapq.merge([4,1],[3,2],reverse=True)))
show(lambda: list(heapq.merge(['a','ccc'],['bb'],key=len)))
show(lambda: list(heapq.merge([(1,'a'),(1,'b')],[(1,'c')],key=lambda x:x[0])))
show(lambda: list(heapq.merge()))
show(lambda: heapq.nsmallest(2,[3,1,2]))
show(lambda: heapq.nlargest(2,[3,1,2]))
show(lambda: heapq.nlargest(2,[3,1,2],key=lambda x:-x))
show(lambda: heapq.nsmallest(0,[1]))
show(lambda: heapq.nsmallest(1,[]))
show(lambda: heapq.nlargest(1,[2,3]))
show(lambda: heapq.nsmallest(10,[2,3]))
show(lambda: heapq.nsmallest(2,iter([5,4,3,2,1])))
show(lambda: heapq.nsmallest(-1,[1]))
show(lambda: heapq.nlargest(3,[(1,'a'),(2,'b'),(1,'c'),(2,'d')],key=lambda p:p[0]))
show(lambda: heapq.nsmallest(3,[(1,'a'),(2,'b'),(1,'c'),(2,'d')],key=lambda p:p[0]))
data=[(i*7919)%1009 for i in range(500)]
h=[]
for x in data: heapq.heappush(h,x)
show(lambda: [heapq.heappop(h) for _ in range(len(data))]==sorted(data))
h=data[:]; heapq.heapify(h)
show(lambda: [heapq.heappop(h) for _ in range(len(data))]==sorted(data))
show(lambda: heapq.nsmallest(20,data)==sorted(data)[:20])
show(lambda: heapq.nlargest(20,data)==sorted(data)[::-1][:20])
show(lambda: h)
class C:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return s.v<o.v
    def __repr__(s): return f'C{s.v}'
h=[C(3),C(1),C(2)]
show(lambda: heapq.heapify(h) or h)
class Evil:
    def __lt__(s,o): l.clear(); return True
l=[Evil(),Evil(),Evil()]
show(lambda: heapq.heapify(l))
l=[Evil(),Evil(),Evil()]
show(lambda: heapq.heappop(l))
