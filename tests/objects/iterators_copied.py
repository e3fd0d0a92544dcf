import copy

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter(range(1, 4)), lambda: iter(range(2**70, 2**70 + 3)),
             lambda: iter('aé\U0001f600'), lambda: iter('abc'), lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')),
             lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2, 3: 4}.values()), lambda: iter({1: 2, 3: 4}.items()),
             lambda: reversed([1, 2, 3]), lambda: reversed((1, 2, 3)), lambda: reversed({1: 2, 3: 4}), lambda: reversed(range(3)),
             lambda: enumerate('abc'), lambda: zip('abc', 'def'), lambda: map(abs, [-1, -2, -3]), lambda: filter(None, [1, 0, 2])):
    it = make()
    next(it)
    print(type(it).__name__, list(copy.deepcopy(it)), list(copy.copy(make())), list(it), sep=' | ')

it = iter([1, 2, 3])
next(it)
print(it.__reduce__())
list(it)
print(it.__reduce__())
print(len.__reduce__(), [].append.__reduce__(), list.append.__reduce__(), object().__reduce_ex__(2)[1:])
