# Unpacked tuples among the arguments of aliases, copies of aliases, what cannot be iterated, subclassed or subscripted.
import copy
import re
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Generic, Hashable, List, Literal, NamedTuple, Optional, ParamSpec,
                    Protocol, Required, Tuple, TypeVar, TypeVarTuple, Union, Unpack, get_type_hints, no_type_check)

T, S, Ts, P = TypeVar('T'), TypeVar('S'), TypeVarTuple('Ts'), ParamSpec('P')


def show(function):
    try:
        print(function())
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


class Box(Generic[T]):
    pass


show(lambda: list[T][*tuple[int]])
show(lambda: list[T][*tuple[int, str]])
show(lambda: dict[T, S][Unpack[Tuple[int, str]]])
show(lambda: tuple[*Ts][*tuple[int, str]])
show(lambda: list[T][type(None)])
for alias in (tuple[*tuple[int, ...]], Callable[[int, str], T], Callable[..., int], Callable[P, int], Annotated[int, 1], Tuple[()],
              Literal[1, 'a'], ClassVar[int], Concatenate[int, P]):
    show(lambda: (copy.copy(alias), copy.deepcopy(alias), copy.copy(alias) == alias))
show(lambda: (Literal[1, 2] is Literal[1, 2], Literal[1] is Literal[True], Annotated[int, 1] is Annotated[int, 1]))
for thing in int | str, Callable[..., T], Annotated[int, 1], Annotated, re.match('', ''):
    show(lambda: iter(thing))
for alias in (lambda: list[T][Unpack[Ts]], lambda: List[Protocol[T]], lambda: Required[ClassVar[int]], lambda: Concatenate[Optional, P],
              lambda: Annotated[Unpack[Ts], 1], lambda: Generic[Ts], lambda: Generic[List[T]], lambda: Generic[T][int],
              lambda: Hashable[int], lambda: TypeVar('Q', bound=(int,)), lambda: list[T][Generic], lambda: ClassVar[T][int],
              lambda: Annotated[3, 1], lambda: Annotated[int, 1].__name__, lambda: type('C', (type(List[int]),), {})):
    show(alias)


class Pair(NamedTuple, Generic[T]):
    x: T


show(lambda: (Pair[int](3), Pair.__bases__))
show(lambda: Pair[int, str])


def function(*args: *tuple[int, str]):
    pass


show(lambda: get_type_hints(function))
Values = List['Value']
Value = Union[str, Values]


class Recursive:
    values: List[Value]


show(lambda: get_type_hints(Recursive))


@no_type_check
class Unchecked:
    def method(self, a: 'not a type'):
        pass

    @classmethod
    def of_class(cls, a: 'not a type'):
        pass


show(lambda: (get_type_hints(Unchecked.method), get_type_hints(Unchecked.of_class)))


class Named(Protocol):
    name: str


class Cat(Named):
    def __init__(self):
        super().__init__()
        self.name = 'cat'


show(lambda: Cat().name)
