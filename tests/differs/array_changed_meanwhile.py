# An item whose __index__ changes the array that it is added to: the array has then what the methods left and the item. CPython goes on
# with the length from before, and so shows memory that was given back.
from array import array

class Index:
    def __init__(self, act):
        self.act = act
    def __index__(self):
        self.act()
        return 9

def try_all(add):
    for act in (lambda: a.clear()), (lambda: a.pop()), (lambda: a.extend([7] * 100)), (lambda: a.__delitem__(slice(2, None))):
        a = array('i', [1, 2, 3, 4])
        add(a, Index(act))
        print(len(a), a[:8])

try_all(lambda a, item: a.append(item))
try_all(lambda a, item: a.insert(1, item))
try_all(lambda a, item: a.extend([5, item, 6]))
try_all(lambda a, item: a.fromlist([5, item, 6]))
