# A deque that is changed while the factor is computed is repeated as it is then; an iterator over it from its end that is
# at its end does not mind changes.
from collections import deque


class Clearing:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        self.target.append('new')
        return 2


d = deque('ab')
print(d * Clearing(d), Clearing(d) * d)
d *= Clearing(d)
print(d)
iterator = reversed(d)
items = list(zip(range(len(d)), iterator))
d.clear()
print(list(iterator))
iterator = iter(deque('a', 2))
d = deque('a')
iterator = iter(d)
next(iterator)
d.append(1)
try:
    next(iterator)
except RuntimeError as error:
    print(error)
