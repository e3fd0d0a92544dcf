def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
a = {1, 2, 3}
attempt(lambda: a | [1])
attempt(lambda: a & 1)
attempt(lambda: a - [1])
attempt(lambda: a ^ 1)
attempt(lambda: a < [1])
attempt(lambda: a == [1])
attempt(lambda: (a > {1}, a >= a, a < a, a != {1}, {1} <= a, a == frozenset(a)))
attempt(lambda: a.union([4], (5,), {6: 1}))
attempt(lambda: a.intersection([1, 2], {2, 3}))
attempt(lambda: a.difference([1], [2]))
attempt(lambda: a.symmetric_difference([3, 4]))
attempt(lambda: (a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint({1})))
attempt(lambda: a.union(1))
attempt(lambda: a.remove(9))
attempt(lambda: a.remove({1}))
attempt(lambda: set().pop())
attempt(lambda: {1} in {frozenset({1})})
attempt(lambda: set(1, 2))
attempt(lambda: set(a=1))
attempt(lambda: hash(a))
attempt(lambda: hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
attempt(lambda: (frozenset([1]) | {2}, {2} | frozenset([1])))
attempt(lambda: (set(), frozenset(), frozenset([1])))
def inplace(other):
    b = {1, 2}
    b |= other
    return b
attempt(lambda: inplace([1]))
attempt(lambda: inplace(frozenset([5])))
b = {1, 2, 3, 4}
b.intersection_update([2, 3, 9])
b.update([7], (8,))
b.difference_update([7])
b.symmetric_difference_update([8, 10])
b.discard(99)
print(b)
b -= b
print(b)
class S(set): pass
print(S([1]), type(S([1]) | {2}), type(S([1]).copy()), type(S() & S()), {S([1]) == {1}})
