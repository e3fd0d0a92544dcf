# copy, deepcopy and replace over built-in containers, instances, slots and what classes define.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import copy
show(lambda: copy.__all__)
show(lambda: copy.Error)
show(lambda: copy.error)
class A:
    def __init__(s,x): s.x=x
    def __eq__(s,o): return type(s) is type(o) and s.__dict__==o.__dict__
    def __repr__(s): return f'A({s.x!r})'
a=A([1,2]); b=copy.copy(a)
show(lambda: (b==a, b is a, b.x is a.x))
b=copy.deepcopy(a)
show(lambda: (b==a, b is a, b.x is a.x))
l=[1]; l.append(l)
m=copy.deepcopy(l)
show(lambda: (m, m[1] is m))
d={}; d['d']=d
show(lambda: copy.deepcopy(d)['d'])
x=[1,2]
y=copy.deepcopy([x,x])
show(lambda: y[0] is y[1])
show(lambda: copy.deepcopy((1,2)) )
z=(1,[2]); show(lambda: copy.deepcopy(z) is z)
z=(1,(2,3)); show(lambda: copy.deepcopy(z) is z)
show(lambda: copy.copy(z) is z)
for v in (1,1.5,'a',b'a',None,...,NotImplemented,int,len,lambda:1,range(3),slice(1),frozenset([1]),1j,property()):
    print(type(v).__name__, copy.copy(v) is v, copy.deepcopy(v) is v)
for v in ([1],{1:2},{1},bytearray(b'x')):
    c=copy.copy(v); print(c==v, c is v, type(c)); c=copy.deepcopy(v); print(c==v, c is v, type(c))
class S:
    __slots__=('a','b')
s=S(); s.a=[1]
c=copy.copy(s); show(lambda:(c.a is s.a, hasattr(c,'b')))
c=copy.deepcopy(s); show(lambda:(c.a is s.a, c.a, hasattr(c,'b')))
class SD(S): pass
s=SD(); s.a=1; s.z=[2]
c=copy.deepcopy(s); show(lambda:(c.a,c.z,c.z is s.z))
class C:
    def __copy__(s): return 'copied'
    def __deepcopy__(s,memo): return 'deep', type(memo)
show(lambda:(copy.copy(C()),copy.deepcopy(C())))
class R:
    def __init__(s,a): s.a=a
    def __reduce__(s): return (R,(s.a,))
show(lambda:(copy.copy(R([1])).a,copy.deepcopy(R([1])).a))
class R2:
    def __reduce_ex__(s,p): print('reduce_ex',p); return (list,(),None,iter([1,2]))
show(lambda:copy.copy(R2()))
class R3:
    def __reduce__(s): return (dict,(),None,None,iter([(1,2)]))
show(lambda:copy.copy(R3()))
show(lambda:copy.deepcopy(R3()))
class R4:
    def __reduce__(s): return 'global'
x=R4(); show(lambda:copy.copy(x) is x)
class R5:
    def __reduce__(s): return 3
show(lambda:copy.copy(R5()))
class R6:
    def __reduce__(s): return (object,)
show(lambda:copy.copy(R6()))
class G:
    def __init__(s): s.v=1
    def __getstate__(s): return {'v':s.v*10}
    def __setstate__(s,st): s.v=st['v']+1
show(lambda:copy.copy(G()).v)
class N:
    def __new__(cls,a): o=super().__new__(cls); o.a=a; return o
    def __getnewargs__(s): return (s.a,)
show(lambda:copy.copy(N(3)).a)
class N2:
    def __new__(cls,*,a): o=super().__new__(cls); o.a=a; return o
    def __getnewargs_ex__(s): return ((),{'a':s.a})
show(lambda:copy.copy(N2(a=3)).a)
class L(list): pass
l=L([1,[2]]); l.x=[5]
c=copy.copy(l); show(lambda:(c,type(c),c.x is l.x,c[1] is l[1]))
c=copy.deepcopy(l); show(lambda:(c,type(c),c.x is l.x,c[1] is l[1]))
class D(dict): pass
d=D(a=[1]); d.x=3
c=copy.deepcopy(d); show(lambda:(c,type(c),c.x,c['a'] is d['a']))
class T(tuple): pass
v=T((1,[2])); c=copy.deepcopy(v); show(lambda:(c,type(c)))
class I(int): pass
v=I(4); v.q=3; c=copy.copy(v); show(lambda:(c,type(c),c.q))
class St(str): pass
show(lambda:(copy.copy(St('a')),type(copy.copy(St('a')))))
class F(frozenset): pass
show(lambda:copy.deepcopy(F([1,2])))
class SS(set): pass
show(lambda:copy.copy(SS([1,2])))
class BA(bytearray): pass
show(lambda:copy.copy(BA(b'12')))
class Ex(Exception):
    def __init__(s,a,b): super().__init__(a,b); s.b=b
show(lambda:repr(copy.copy(Ex(1,[2]))))
e=ValueError('x',3); e.foo=[4]
show(lambda:(copy.copy(e),copy.deepcopy(e).foo,copy.copy(e).args))
show(lambda:copy.copy((x for x in [])))
show(lambda:copy.copy(memoryview(b'')))
show(lambda:copy.deepcopy(memoryview(b'')))
import sys
show(lambda:copy.copy(sys))
show(lambda:copy.deepcopy(sys))
show(lambda:copy.replace(3,x=1))
show(lambda:copy.replace())
class Rep:
    def __replace__(s,**k): return k
show(lambda:copy.replace(Rep(),a=1))
show(lambda:copy.copy(slice(1,2)))
memo={}
a=[1]; b=copy.deepcopy(a,memo)
show(lambda:(id(a) in memo, memo[id(a)] is b, memo[id(memo)]==[a]))
class M:
    def m(s): pass
o=M(); o.f=o.m
c=copy.deepcopy(o); show(lambda:c.f.__self__ is c)
import weakref
show(lambda:copy.copy(weakref.ref(o)) is not None)
class P1:
    def __init__(self): self.parent=None; self.kids=[]
p=P1(); k=P1(); k.parent=p; p.kids.append(k)
q=copy.deepcopy(p); show(lambda:(q.kids[0].parent is q, q is p))
