# The views of an OrderedDict compare like those of a dict, and as sets; keys that cannot be hashed say no more than that.
from collections import OrderedDict

d = OrderedDict(a=1, b=2)
print(d.keys() == {'a', 'b'}, {'a', 'b'} == d.keys(), d.keys() == {'a': 1, 'b': 2}.keys(), d.keys() >= {'a'},
      d.items() == {('a', 1), ('b', 2)}, d.items() < {('a', 1)}, d.values() == d.values())
print(d.keys() & ['a', 'c'], d.keys() - {'a'}, d.items() ^ d.items(), d.keys() | d.keys() == {'a', 'b'})
for name, call in {'set': lambda: d.__setitem__([], 1), 'del': lambda: d.__delitem__([]), 'pop': lambda: d.pop([], 1),
                   'move': lambda: d.move_to_end([]), 'get': lambda: d[[]], 'in': lambda: [] in d,
                   'make': lambda: OrderedDict([([], 1)]), 'and': lambda: d.keys() & [[]]}.items():
    try:
        print(name, call())
    except TypeError as error:
        print(name, error)
