def f(**k): return k
def attempt(g):
    try:
        print(g())
    except TypeError as error:
        print(error)
class M:
    def keys(self): return ["p"]
    def __getitem__(self, k): return 7
attempt(lambda: f(**{"a": 1}, **{"b": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(**1))
attempt(lambda: f(**M()))
attempt(lambda: dict(**{1: 2}))
attempt(lambda: {**M(), **{"q": 1}})
attempt(lambda: {**1})
