# __del__, generators' finally blocks and weak references' callbacks when the last reference goes.
import weakref
class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = A(1); del a; print('after 1')
a = A(2); a = None; print('after 2')
def f():
    x = A(3); print('in f')
f(); print('after 3')
A(4); print('after 4')
l = [A(5), A(6)]; l.pop(); print('popped'); l.clear(); print('cleared')
a = A(7); a = A(8); print('rebound')
del a
d = {'k': A(9)}; del d['k']; print('after 9')
class O: pass
o = O(); o.a = A(10); del o; print('after 10')
for i in range(2): A(20 + i)
print('loop done')
def g():
    try:
        yield 1; yield 2
    finally: print('gen closed')
for x in g(): break
print('after break')
it = g(); next(it); del it; print('after del it')
class W: pass
w = W(); r = weakref.ref(w); print(r() is w); del w; print(r())
w = W(); r = weakref.ref(w, lambda r: print('callback')); del w; print('after cb', r())
wd = weakref.WeakValueDictionary(); w = W(); wd['a'] = w; print(len(wd)); del w; print(len(wd), list(wd))
ws = weakref.WeakSet(); w = W(); ws.add(w); print(len(ws)); del w; print(len(ws))
w = W(); weakref.finalize(w, print, 'finalized'); del w; print('after finalize')
try: raise ValueError(A(30))
except ValueError: pass
print('after 30')
def k():
    a = A(31)
    1 / 0
try: k()
except ZeroDivisionError: print('handling')
print('after 31')
with open('/dev/null') as ff: a = A(32)
a = 5; print('after 32')
print([A(40)] and 'x'); print('after 40')
a = A(50); b = a; del a; print('still'); del b; print('gone')
import sys
print('end')
