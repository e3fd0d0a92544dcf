# An array that is exported: what would change its size is refused, also where nothing would change; the rest works.
from shared import *

for o in ['a.append(1)','a.extend([1])','a.extend([])','a.extend(A("i"))','a.extend(A("i",[1]))','a.insert(0,1)','a.pop()','a.remove(1)','a.remove(99)','a.clear()','a.fromlist([1])','a.fromlist([])','a.frombytes(b"abcd")','a.frombytes(b"")','a.frombytes(b"abc")','a.fromfile(io.BytesIO(b"abcd"),1)','a.fromfile(io.BytesIO(),0)','a.reverse()','a.byteswap()','set_(a,0,9)','set_(a,slice(0,2),A("i",[8,9]))','set_(a,slice(0,2),A("i",[8]))','set_(a,slice(0,2),A("i"))','set_(a,slice(1,1),A("i"))','set_(a,slice(None,None,2),A("i",[7,8,9]))','set_(a,slice(None,None,2),A("i",[7]))','set_(a,slice(None,None,2),A("i"))','del_(a,0)','del_(a,slice(0,2))','del_(a,slice(1,1))','del_(a,slice(None,None,2))','iadd(a,A("i",[1]))','iadd(a,A("i"))','imul(a,2)','imul(a,1)','imul(a,0)','a.append("x")','a.insert(0,"x")','a.extend(["x"])','a.__init__("i")','a[:]','a + a','a * 2','a == a','del_(a,99)','a.pop(99)']:
    a = A('i', [1,2,3,4,5]); m = memoryview(a)
    show('locked ' + o, lambda: eval(o, globals(), {'a': a}))
    print(a, m.tolist())
    m.release()
    show('unlocked ' + o, lambda: eval(o, globals(), {'a': a}))
    print(a)
for o in ['a.append(1)','a.extend([])','a.extend([1])','imul(a,2)','a.clear()','iadd(a,A("i"))','a.fromlist([])','a.reverse()','set_(a,slice(0,0),A("i",[1]))']:
    a = A('i'); m = memoryview(a)
    show('locked empty ' + o, lambda: eval(o, globals(), {'a': a}))
