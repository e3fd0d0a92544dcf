import reprlib
print(reprlib.repr(list(range(20))), reprlib.repr('x'*100), reprlib.repr({i:i for i in range(10)}), reprlib.repr(set(range(10))), reprlib.repr((1,)), reprlib.repr(frozenset({1})), reprlib.repr(10**100), reprlib.repr([[[[[[[1]]]]]]]))
r=reprlib.Repr(maxlist=2, maxstring=10); print(r.repr([1,2,3]), r.repr('abcdefghijklmnop'))
r=reprlib.Repr(indent=2); print(r.repr([1,[2,3],{'a':1}]))
class L(list):
    @reprlib.recursive_repr()
    def __repr__(self): return '<'+'|'.join(map(repr,self))+'>'
l=L([1]); l.append(l); print(l)
import array, collections
print(reprlib.repr(array.array('i', range(9))), reprlib.repr(collections.deque(range(9))), reprlib.aRepr.maxlist, reprlib.repr(array.array('i')), reprlib.repr(()), reprlib.repr({}), reprlib.repr(set()))
class O: 
    def __repr__(s): return 'y'*50
print(reprlib.repr(O()))
