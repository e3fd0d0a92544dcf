from typing import *


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class Pt(NamedTuple):
    """doc"""
    x: int
    y: str = 'a'
    def m(self): return self.x
print(Pt(1), Pt(1).m(), Pt._fields, Pt._field_defaults, Pt.__annotations__, Pt(1)._asdict(), Pt.__bases__, Pt.__doc__, Pt(1)._replace(x=4))
N2 = NamedTuple('N2', [('a', int), ('b', 'str')]); print(N2(1,2), N2.__annotations__)
t(lambda: NamedTuple('N2', [('_a', int)]))
def bad():
    class B(NamedTuple):
        x: int = 3
        y: int
t(bad)
def bad():
    class B(NamedTuple, Pt):
        x: int = 3
t(bad)
class G(NamedTuple, Generic[TypeVar('T')]):
    x: int
print(G(1), G[int](2), G.__mro__)
