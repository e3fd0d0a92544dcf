# A member named like a property or a method of a base: the class has the member; members have the property, or what their value has.
from enum import Enum, IntEnum, StrEnum, auto
from types import DynamicClassAttribute


class Case(StrEnum):
    TITLE = auto()
    title = auto()
    upper = auto()


print(list(Case), Case.TITLE.title(), Case.title.title(), Case.upper.upper())


class Number(IntEnum):
    real = 7
    bit_length = 2


print(Number.real, Number.real.real, Number.bit_length.bit_length(), Number.real.bit_length())


class Base(Enum):
    @DynamicClassAttribute
    def dynamic(self):
        return 'computed'

    def method(self):
        return 'called'


class Derived(Base):
    dynamic = 1
    method = 2


print(Derived.dynamic, Derived.dynamic.dynamic, Derived.method)
try:
    Derived.method.method
except AttributeError as error:
    print(error)


class Color(Enum):
    RED = 1

    @classmethod
    def _missing_(cls, value):
        if value == 'bad':
            return 5
        raise KeyError(value)


for value in 'bad', 'other':
    try:
        Color(value)
    except Exception as error:
        print(repr(error), '<-', repr(error.__context__))


class Encoded(StrEnum):
    ONE = b'1', 'ascii'
    TWO = b'2', 'latin1', 'strict'


print(list(Encoded))
