# iter(callable, sentinel) can be copied.
import copy

items = [5, 4, 3, 2, 1]
it = iter(items.pop, 4)
print(next(it), next(copy.copy(it)), list(it), list(copy.copy(it)), items)
print(it.__reduce__()[1])
