# Flags may have values that are no numbers; they are not listed, and cannot be combined.
import operator
from collections import namedtuple
from enum import Enum, Flag, IntEnum, auto


class Colour(Flag):
    RED = 1
    NOTHING = None


class Word(Flag):
    A = 'x'
    B = 'y'
    C = 4


print(list(Colour), list(Colour.__members__), Colour.NOTHING, Colour(None), list(Word))
for one, other in (Colour.RED, Colour.NOTHING), (Colour.NOTHING, Colour.RED), (Word.A, Word.B):
    for combine in operator.or_, operator.and_, operator.xor:
        try:
            print(combine(one, other))
        except TypeError as error:
            print(error)

Row = namedtuple('Row', 'index text')


class Rows(Enum):
    FIRST = Row(auto(), 'one')
    SECOND = Row(auto(), 'two')


print(list(Rows), Rows.SECOND.value.index)

for base in Enum, IntEnum, Flag:
    try:
        class Wrong(base):
            def __new__(cls, value):
                return super().__new__(cls, value)
            FAILED = 1
    except TypeError as error:
        print(error)
for names in 0, 5, (), '':
    try:
        print(Enum('Made', names=names))
    except TypeError as error:
        print(error)
