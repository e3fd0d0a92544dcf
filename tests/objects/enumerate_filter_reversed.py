def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: list(enumerate("ab")))
attempt(lambda: list(enumerate("ab", 5)))
attempt(lambda: list(enumerate(iterable="ab", start=10**20)))
attempt(lambda: list(enumerate("ab", start=2**62 - 1)))
attempt(lambda: enumerate())
attempt(lambda: enumerate(1))
attempt(lambda: enumerate([], "a"))
attempt(lambda: enumerate([], 1, 2))
attempt(lambda: enumerate([], foo=1))
attempt(lambda: enumerate(start=1))
attempt(lambda: list(filter(None, [0, 1, "", "a"])))
attempt(lambda: list(filter(lambda x: x > 1, [1, 2, 3])))
attempt(lambda: filter(None))
attempt(lambda: filter(None, 1))
attempt(lambda: list(filter(1, [1])))
attempt(lambda: list(reversed("abc")))
attempt(lambda: list(reversed((1, 2))))
attempt(lambda: list(reversed({1: 2, 3: 4})))
attempt(lambda: reversed({1}))
attempt(lambda: reversed(1))
attempt(lambda: reversed())
attempt(lambda: reversed([], 1))
class Sequence:
    def __len__(self): return 3
    def __getitem__(self, i): return i * i
attempt(lambda: (list(reversed(Sequence())), reversed(Sequence()).__length_hint__()))
class Own:
    def __reversed__(self): return "own"
attempt(lambda: reversed(Own()))
class Not:
    __reversed__ = None
attempt(lambda: reversed(Not()))
class Count(enumerate): pass
attempt(lambda: list(Count("xy", 1)))
