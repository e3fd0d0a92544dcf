# pop() and move_to_end() of an OrderedDict raise KeyError with a tuple's items as arguments, and with none for None.
from collections import OrderedDict

for d in OrderedDict(), OrderedDict(a=1):
    for key in None, (1, 2), (), 'x':
        for method in d.pop, d.move_to_end, d.__delitem__, d.__getitem__:
            try:
                method(key)
            except KeyError as error:
                print(method.__name__, error.args)
try:
    OrderedDict().move_to_end([])
except KeyError as error:
    print(error)


class Loud(OrderedDict):
    def __iter__(self):
        print('iter')
        return super().__iter__()

    def __getitem__(self, key):
        print('get', key)
        return super().__getitem__(key)


d = Loud(a=1, b=2)
print(d)
d.copy()
