from typing import *


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


T = TypeVar('T')
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(ov(3), len(get_overloads(ov)))
t(lambda: overload(lambda: 1)())
class Base:
    @final
    def f(self): pass
    @override
    def g(self): pass
print(Base.f.__final__, Base.g.__override__)
def hints(a: 'int', b: Optional['Base'] = None, *args: int, **kw: 'List[Base]') -> None: pass
print(get_type_hints(hints))
class CH:
    a: 'int'
    b: ClassVar['str'] = 'x'
class CH2(CH):
    c: Annotated[int, 'm']
print(get_type_hints(CH2), get_type_hints(CH2, include_extras=True))
UserId = NewType('UserId', int)
print(UserId(5), UserId.__name__, UserId.__supertype__, UserId, UserId | None)
def bad():
    class X(UserId): pass
t(bad)
t(lambda: get_type_hints(3))
type Al[X] = list[X]
print(Al, Al[int], Al.__value__, get_type_hints(hints)['a'])
@no_type_check
def nt(a: 'zork'): pass
print(get_type_hints(nt), nt.__no_type_check__)
class Com(SupportsInt): 
    def __int__(self): return 4
print(int(Com()), isinstance(Com(), SupportsInt))
def fg(a: Node): pass
t(lambda: get_type_hints(fg))
@dataclass_transform(kw_only_default=True)
def dt(c): return c
print(dt.__dataclass_transform__)
class It(Iterable[int]):
    def __iter__(self): return iter([1])
print(list(It()), It.__mro__)
class Cb(Protocol[T]):
    def __call__(self, x: T) -> T: ...
print(Cb[int], Cb.__parameters__, Cb.__mro__)
