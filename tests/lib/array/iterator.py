# An array's iterator: taken apart, set, and while the array changes.
from array import array
from collections.abc import MutableSequence

a = array('i', [1, 2, 3])
it = iter(a)
next(it)
print(it.__reduce__())
it.__setstate__(2)
print(list(it), it.__reduce__())
it.__setstate__(0)
print(list(it))
it = iter(a)
for state in -5, 99, 1:
    it.__setstate__(state)
    print(it.__reduce__()[2])
print(isinstance(a, MutableSequence))
seen = []
for x in a:
    seen.append(x)
    if len(a) < 6:
        a.append(x * 10)
print(seen)
seen = []
for x in a:
    seen.append(x)
    a.pop()
print(seen)
it = iter(a)
list(it)
a.append(5)
print(list(it))
