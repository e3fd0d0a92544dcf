# A WeakMethod tells that it is over once: when its object goes or when its function does.
import weakref, gc
class C:
    def m(self): pass
    def n(self): pass
calls = []
o = C()
r = weakref.WeakMethod(o.m, lambda a: calls.append(a is r))
print(r() == o.m, r == weakref.WeakMethod(o.m), hash(r) == hash(weakref.WeakMethod(o.m)))
del C.m
gc.collect()
print(calls, r())
del o; gc.collect()
print(calls)
o = C()
r2 = weakref.WeakMethod(o.n, lambda a: calls.append(a is r2))
del o
gc.collect()
print(calls, r2())
C.n = 3
gc.collect()
print(calls)
