# Types without keyword arguments leave those that a subclass gets to its own __init__ (or, for list, __new__).
import itertools
import operator

CASES = [(filter, None, [0, 1]), (reversed, 'ab'), (itertools.chain, 'ab', 'c'), (itertools.cycle, 'ab'), (float, 1),
         (itertools.dropwhile, bool, [1, 0]), (itertools.filterfalse, None, [0, 1]), (itertools.islice, 'abc', 2),
         (itertools.pairwise, 'abc'), (itertools.starmap, operator.add, [(1, 2)]), (itertools.takewhile, bool, [1, 0]),
         (map, str, [1]), (zip, 'ab'), (enumerate, 'ab'), (list, 'ab'), (tuple, 'ab'), (set, 'a'), (frozenset, 'a')]


def init(self, *args, **keywords):
    self.keywords = keywords


def new(cls, *args, **keywords):
    return cls.__base__.__new__(cls, *args)


for base, *args in CASES:
    for method in ({}, {'__init__': init}, {'__new__': new}):
        subclass = type('Sub', (base,), method)
        try:
            made = subclass(*args, extra=1)
        except TypeError as error:
            print(base.__name__, *method, error)
        else:
            print(base.__name__, *method, made.__dict__)
for make in (lambda: set.__init__(set(), 1, 2), lambda: zip(a=1, b=2), lambda: map(a=1, b=2), lambda: map(a=1),
             lambda: map(), lambda: itertools.product(a=1, b=2), lambda: type('Sub', (set,), {})(1, 2)):
    try:
        make()
    except TypeError as error:
        print(error)
