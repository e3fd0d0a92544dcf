# No sequence pattern matches bytes or bytearray, though collections.abc registers both as sequences.
import collections.abc


class Array(bytearray):
    pass


class Registered:
    pass


collections.abc.Sequence.register(Registered)
for value in (b"ab", bytearray(b"ab"), Array(b"ab"), memoryview(b"ab"), "ab", [97, 98], (97, 98), range(97, 99)):
    match value:
        case [97, 98]:
            print("sequence", type(value).__name__)
        case bytes(inside) | bytearray(inside) | str(inside):
            print("class", type(value).__name__, inside)
    print(isinstance(value, collections.abc.Sequence))
match Registered():
    case [*_]:
        print("never")
    case {}:
        print("neither")
