# weakref_slot=True adds no slot where a base has a place for weak references.
import weakref
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar('T')


class Plain:
    pass


@dataclass(slots=True, weakref_slot=True)
class First:
    a: int


@dataclass(slots=True, weakref_slot=True)
class Second(First):
    b: int


@dataclass(slots=True, weakref_slot=True)
class OfPlain(Plain):
    b: int


@dataclass(slots=True, weakref_slot=True)
class OfGeneric(Generic[T]):
    pass


for cls in First, Second, OfPlain, OfGeneric:
    print(cls.__name__, cls.__slots__)
made = OfPlain(1)
reference = weakref.ref(made)
print(made.__weakref__ is reference, First(2).__weakref__)
