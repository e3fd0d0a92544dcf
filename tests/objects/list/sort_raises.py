def attempt(f):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: [3, "a"].sort())
attempt(lambda: [None, None].sort())
attempt(lambda: [3, 1].sort(lambda x: x))
attempt(lambda: [3, 1].sort(key=1))
attempt(lambda: [].sort(key=1))
attempt(lambda: [3, 1].sort(cmp=1))
attempt(lambda: [1j, 2j].sort())
class Stubborn:
    def __lt__(self, other):
        raise KeyError("no")
attempt(lambda: [Stubborn(), Stubborn()].sort())
a = [1, 2, 3]
attempt(lambda: a.sort(key=lambda x: 1 / (x - 2)))
print(a)
