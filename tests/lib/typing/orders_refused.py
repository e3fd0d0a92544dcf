# What classes of typing refuse: type variables in a wrong order, read-only keys over others, fields given twice.
import warnings
from typing import (Generic, NamedTuple, ParamSpec, Protocol, ReadOnly, Tuple, TypedDict, TypeVar, TypeVarTuple, Unpack)

T = TypeVar('T')
D = TypeVar('D', default=int)
Ts = TypeVarTuple('Ts')
Ds = TypeVarTuple('Ds', default=Unpack[Tuple[int, str]])
P = ParamSpec('P')
Q = ParamSpec('Q', default=[int])
for arguments in (D, T), (T, D), (*Ts, D), (*Ts, T), (D, *Ts), (D, *Ds), (*Ds, D), (*Ts, P), (*Ts, Q), (D, P):
    for base in Generic, Protocol:
        try:
            print(base[arguments])
        except TypeError as error:
            print(error)


class First(TypedDict):
    a: int


class Second(TypedDict):
    a: ReadOnly[int]


try:
    class Third(First):
        a: ReadOnly[int]
except TypeError as error:
    print(error)


class Fourth(Second):
    a: int


print(Fourth.__readonly_keys__, Fourth.__mutable_keys__)

warnings.simplefilter('ignore')
for fields in None, [('a', int)]:
    try:
        NamedTuple('Made', fields, x=int)
    except TypeError as error:
        print(error)


class Failing:
    def __set_name__(self, owner, name):
        raise KeyError(name)


try:
    class Row(NamedTuple):
        attribute = Failing()
except KeyError as error:
    print(error, error.__notes__)
