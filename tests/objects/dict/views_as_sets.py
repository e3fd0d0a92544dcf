a = {1: "a", 2: "b", 3: "c"}
b = {2: "b", 3: "x", 4: "d"}
print(a.keys() & b.keys(), a.keys() | b, a.keys() - b.keys(), a.keys() ^ [3, 9])
print(a.items() & b.items(), sorted(a.items() - b.items()), sorted(a.items() | b.items()))
print([1, 9] - a.keys(), {1, 2} < a.keys(), a.keys() >= {1}, a.keys() == {1, 2, 3}, a.keys() != b.keys())
print(a.keys().isdisjoint([7]), a.keys().isdisjoint(b), a.items().isdisjoint(b.items()))
print((2, "b") in a.items(), (2, "x") in a.items(), 2 in a.items(), "b" in a.values(), 1 in a.keys())
print(a.keys(), a.values(), a.items(), len(a.items()), a.values() == a.values())
print(a.keys().mapping, list(reversed(a.keys())), list(reversed(a.values())), list(reversed(a.items())))
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: a.keys() | 1)
attempt(lambda: 1 - a.keys())
attempt(lambda: a.values() | {1})
attempt(lambda: a.keys() < 1)
attempt(lambda: hash(a.keys()))
attempt(lambda: a.keys().mapping.__setitem__)
attempt(lambda: a.keys()[0])
a[5] = "e"
print(type(a.keys()), type(iter(a)), type(iter(a.values())), type(iter(a.items())), type(reversed(a)))
