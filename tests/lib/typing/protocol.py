from typing import *


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class Pr(Protocol):
    x: int
    def f(self) -> int: ...
@runtime_checkable
class Pr2(Protocol):
    def f(self) -> int: ...
class I:
    def f(self): return 1
print(isinstance(I(), Pr2), isinstance(3, Pr2), issubclass(I, Pr2))
t(lambda: isinstance(I(), Pr))
t(lambda: Pr())
class Im(Pr2):
    def f(self): return 3
print(Im().f(), Im.__mro__)
t(lambda: runtime_checkable(int))
def bad():
    class Q(Protocol, int): pass
t(bad)
@runtime_checkable
class Data(Protocol):
    name: str
class WithName:
    name='x'
print(isinstance(WithName(), Data), isinstance(3, Data))
t(lambda: issubclass(WithName, Data))
