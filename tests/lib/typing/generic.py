from typing import *


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


T = TypeVar('T'); U=TypeVar('U')
class Box(Generic[T]):
    def __init__(self, v: T): self.v=v
    def get(self) -> T: return self.v
b = Box[int](3); print(b.get(), Box[int], b.__orig_class__, Box.__parameters__, Box.__orig_bases__, Box.__mro__)
class Pair(Box[T], Generic[T, U]): pass
print(Pair[int, str], Pair.__parameters__, Pair.__mro__)
t(lambda: Box[int, str])
t(lambda: Pair[int])
class SB(Box[int]): pass
print(SB(1).v, SB.__orig_bases__, SB.__bases__)
t(lambda: SB[int])
def bad():
    class X(Generic): pass
t(bad)
class Lst(List[T]): pass
print(Lst([1]), Lst[int], Lst.__mro__)
class New[A]:
    def f(self, a: A) -> A: ...
print(New[int], New.__type_params__, New.__parameters__, New.__orig_bases__, New.__mro__)
print(get_type_hints(New.f))
