from dataclasses import *
import dataclasses
from typing import ClassVar, Any, get_type_hints
@dataclass
class P:
    """doc"""
    x: int
    y: int = 2
    z: list = field(default_factory=list, repr=False)
    c: ClassVar[int] = 4
p = P(1); print(p, p == P(1), p != P(1,3), P.__match_args__, P.__doc__)
@dataclass
class Q:
    x: int
    y: 'list[str]' = field(default=3, compare=False, hash=None, metadata={'a':1}, kw_only=True, doc="hey")
print(Q.__init__.__annotations__, Q.__init__.__qualname__, Q.__repr__.__qualname__, Q.__eq__.__name__, Q.__hash__)
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: P())
t(lambda: P(1,2,3,4))
t(lambda: P(1, w=3))
t(lambda: Q(1, 2))
t(lambda: hash(P(1)))
t(lambda: P(1) < P(2))
@dataclass(order=True, frozen=True)
class R:
    a: int
    b: str = 'x'
t(lambda: [R(1)<R(2), R(1)<=R(1), R(2)>R(1), R(1,'a')>=R(1), hash(R(1))==hash((1,'x'))])
t(lambda: R(1) < 3)
def setit(o, n, v): setattr(o, n, v)
t(lambda: setit(R(1), 'a', 3))
t(lambda: setit(R(1), 'zz', 3))
t(lambda: delattr(R(1), 'a'))
@dataclass
class Rec:
    a: object = None
r=Rec(); r.a=r; print(r)
print(dataclasses.__all__)
match P(1,2):
    case P(x, y): print(x, y)
@dataclass
class E: pass
print(E(), E()==E(), E.__doc__, P.__init__.__defaults__, P.__init__.__doc__)
import copy
print(copy.replace(P(1), x=9))
@dataclass
class W:
    def __init__(self): self.q=1
    x: int = 3
print(W().q)
@dataclass(frozen=True, slots=True)
class FS:
    x: int
print(FS(1), hash(FS(1))==hash((1,)))
t(lambda: setit(FS(1),'x',2))
t(lambda: setit(FS(1),'y',2))
class D:
    def __get__(s,o,t): return 7 if o is None else o._v
    def __set__(s,o,v): o._v=v
@dataclass
class DD:
    x: int = D()
print(DD(), DD(3))
@dataclass(kw_only=True)
class KO:
    a: int
    b: int = field(kw_only=False)
print(KO(1, a=2), KO.__match_args__)
class Base:
    def __init_subclass__(cls, **kw): print("isc", cls.__name__, kw)
@dataclass(slots=True)
class Sub(Base):
    x: int
    def m(self): return __class__
    def s(self): return super().__repr__()
print(Sub(1).m() is Sub)
@dataclass
class OuterC:
    @dataclass
    class Inner:
        v: int
    i: Inner = field(default_factory=lambda: OuterC.Inner(4))
print(OuterC())
@dataclass
class H:
    x: int = field(hash=False); y: int = 1
    __hash__ = object.__hash__
print(H(1)==H(1))
