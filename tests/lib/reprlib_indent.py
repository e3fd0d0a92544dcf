# What can be an indentation.
import reprlib

for indent in 0, 2, True, '', '-->', -1, -4, (), [4], 1.5:
    try:
        print(repr(reprlib.Repr(indent=indent).repr([1, [2], {}])))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
