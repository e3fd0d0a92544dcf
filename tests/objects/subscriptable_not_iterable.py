# What can be subscripted but not iterated, in every place that iterates.
import operator
import re

match = re.match('a', 'a')


def function(*args):
    return args


def unpack():
    a, b = match


for use in (lambda: iter(match), lambda: list(match), lambda: [*match], lambda: function(*match), unpack, lambda: 'a' in match,
            lambda: reversed(match), lambda: max(match), lambda: ''.join(match), lambda: zip(match), lambda: enumerate(match),
            lambda: [x for x in match], lambda: operator.contains(match, 1), lambda: iter(int | str)):
    try:
        print(use())
    except TypeError as error:
        print(error)


class Squares:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * index

    def __len__(self):
        return 4


print([*Squares()], function(*Squares()), 9 in Squares(), list(reversed(Squares())), operator.indexOf(Squares(), 4))
