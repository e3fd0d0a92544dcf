# Protocols among abstract base classes: asking one of those never fails because of a protocol below it. A protocol's own
# __subclasshook__ counts, register() works, and __getattr__ is not asked.
import collections.abc
import typing
from typing import Protocol, runtime_checkable


class Measured(collections.abc.Sized, Protocol):
    pass


class Measured2(typing.Sized, Protocol):
    pass


print(isinstance(1, collections.abc.Sized), isinstance([], collections.abc.Sized), issubclass(int, typing.Sized))
print(issubclass(object, Protocol), issubclass(int, Protocol), isinstance(1, Protocol), issubclass(Measured, Protocol))


@runtime_checkable
class HasX(Protocol):
    x: int

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, 'x')


class WithX:
    x = 1


print(issubclass(WithX, HasX), isinstance(WithX(), HasX), issubclass(int, HasX))


@runtime_checkable
class Data(Protocol):
    y: int


@runtime_checkable
class Method(Protocol):
    def step(self): ...


class Other:
    pass


print(isinstance(Other(), Data), isinstance(Other(), Method), issubclass(Other, Method))
Data.register(Other)
Method.register(Other)
print(isinstance(Other(), Data), isinstance(Other(), Method), issubclass(Other, Method))


class Evasive:
    def __getattr__(self, name):
        raise RuntimeError(name)


print(isinstance(Evasive(), HasX), isinstance(Evasive(), Method))


class Plain(Protocol):
    def step(self): ...


class Heir(Plain):
    pass


@runtime_checkable
class Both(Data, Method, Protocol):
    pass


class Complete:
    y = 0

    def step(self): pass


print(isinstance(Complete(), Both), issubclass(Heir, Method), issubclass(Complete, Method))
for check in (lambda: issubclass(Complete, Both), lambda: isinstance(Heir(), Plain), lambda: isinstance(1, Measured),
              lambda: issubclass(1, Method), lambda: issubclass(Complete, Plain), lambda: isinstance(Complete(), Heir),
              lambda: issubclass(Heir, Plain)):
    try:
        print(check())
    except TypeError as error:
        print(error)
