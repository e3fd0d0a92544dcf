# What stands for TypeVarTuple and ParamSpec in aliases and classes, and what does not fit.
from typing import Callable, Concatenate, Generic, ParamSpec, Tuple, TypeVar, TypeVarTuple, Unpack
T = TypeVar('T')
D = TypeVar('D', default=int)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
class Packed(Generic[T, *Ts]): pass
class Called(Generic[P]): pass
class Both(Generic[T, P]): pass
def show(make):
    try:
        print(make())
    except TypeError as error:
        print('TypeError:', error)
show(lambda: Packed[int])
show(lambda: Packed[int, str, float])
show(lambda: Packed[()])
show(lambda: Packed.__parameters__)
show(lambda: Packed[int, *Ts][str, str])
show(lambda: Called[int, str])
show(lambda: Called[...])
show(lambda: Both[int, [str, float]])
show(lambda: Both[T, P][int, ...])
show(lambda: Both[T, P][int, str])
show(lambda: Both[int])
show(lambda: Tuple[*Ts, T][int, str, float])
show(lambda: tuple[int, *Ts, str][float, float])
show(lambda: Callable[[int, *Ts], T][str, float])
show(lambda: Callable[Concatenate[int, P], T][[str], float])
show(lambda: dict[T, D][str])
show(lambda: list(Ts))
show(lambda: P.args)
show(lambda: Unpack[Ts])
show(lambda: 'Later' | T)
show(lambda: (int | str) | 'Later')
