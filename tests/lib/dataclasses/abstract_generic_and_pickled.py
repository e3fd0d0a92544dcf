# Methods that complete an abstract class, generic bases of make_dataclass(), slots that cannot be told, the older protocols of pickling.
import abc
import functools
from dataclasses import dataclass, make_dataclass
from typing import Generic, TypeVar


class Ordered(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other):
        pass


@dataclass(order=True)
class Year(Ordered):
    number: int


print(Year(1) < Year(2), Year.__abstractmethods__)

T = TypeVar('T')


@dataclass
class Parent(Generic[T]):
    x: T


Child = make_dataclass('Child', [('y', T)], bases=(Parent[int], Generic[T]), namespace={'other': 42})
print(Child[int](1, 2), Child.__orig_bases__, Child.__bases__, Child.other)


class Slots:
    __slots__ = iter(['a'])


try:
    @dataclass(slots=True)
    class Unknown(Slots):
        b: int
except TypeError as error:
    print(error)


@dataclass(frozen=True, slots=True)
class Frozen:
    a: int
    b: int = 2


class Plain:
    __slots__ = ('a',)


for protocol in range(3):
    print(Frozen(1).__reduce_ex__(protocol)[1:])
    try:
        print(Plain().__reduce_ex__(protocol)[1:])
    except TypeError as error:
        print(error)

partial = functools.partial(print, 1)
partial.attribute = 5
partial.__setstate__((print, (2,), {'end': '.\n'}, None))
partial(3)
print(vars(partial))
