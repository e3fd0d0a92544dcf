# Abstract classes of containers: their mixin methods, what counts as a subclass, Callable.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import collections.abc as ca, collections
show(lambda: ca.Callable[[int],str])
show(lambda: ca.Callable[...,str])
show(lambda: ca.Callable[int,str])
show(lambda: ca.Callable[int])
show(lambda: ca.Callable[[int],str].__args__)
show(lambda: ca.Callable[[],None])
show(lambda: ca.Callable[[int,'x'],None].__origin__)
show(lambda: ca.Callable[[int],str]|None)
show(lambda: ca.Iterable[int])
show(lambda: type(ca.Callable[[int],str]))
show(lambda: ca.Callable[[int],str]==ca.Callable[[int],str])
show(lambda: isinstance([],ca.Sequence))
show(lambda: isinstance(b'',ca.Buffer))
show(lambda: [c for c in (list,tuple,str,bytes,bytearray,memoryview,range,dict,set,frozenset,type({}.keys()),type({}.items()),type({}.values()),type(iter([])),type(x for x in []), type(len), collections.deque,type(iter({})), type(type.__dict__), type(None),type(iter(set())),type(enumerate([])), object) for n in ca.__all__ if issubclass(c,getattr(ca,n)) and not print(c.__name__,n)])
class N:
    __iter__=None
    __hash__=None
show(lambda: (issubclass(N,ca.Iterable),issubclass(N,ca.Hashable)))
class M(ca.Mapping):
    def __init__(s,d): s.d=d
    def __getitem__(s,k): return s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=M({1:2,3:4})
show(lambda:m.keys()&{1,9})
show(lambda:m.keys()|{1,9})
show(lambda:m.keys()-{1,9})
show(lambda:m.keys()^{1,9})
show(lambda:{1,9}-m.keys())
show(lambda:m.items()&{(1,2)})
show(lambda:m.keys()<={1,3})
show(lambda: ca.MutableSequence())
class S(ca.Sequence):
    def __getitem__(s,i): return [1,2,3][i]
    def __len__(s): return 3
show(lambda:(S().index(2),S().count(3),list(reversed(S())),4 in S(),S().index(3,-1)))
show(lambda:S().index(9))
match S():
    case [a,b,c]: print('seq',a,b,c)
match m:
    case {1:x}: print('map',x)
