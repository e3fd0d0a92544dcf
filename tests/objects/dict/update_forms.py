def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))
class Keys:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
class BadKeys:
    def keys(self): return 1
attempt(lambda: dict(Keys(), c=3))
attempt(lambda: dict(BadKeys()))
attempt(lambda: dict([(1, 2), "ab", [3, 4]]))
attempt(lambda: dict([(1, 2), (3,)]))
attempt(lambda: dict([(1, 2), 3]))
attempt(lambda: dict(1))
attempt(lambda: dict(1, 2))
attempt(lambda: dict(**{"x": 1}, y=2))
attempt(lambda: {}.update(1, 2))
attempt(lambda: {}.update([1]))
attempt(lambda: {"a": 1} | {"b": 2, "a": 3})
attempt(lambda: {"a": 1} | [("b", 2)])
def inplace(value):
    d = {"a": 1}
    d |= value
    return d
attempt(lambda: inplace([("b", 2)]))
attempt(lambda: inplace({"a": 5}))
attempt(lambda: inplace(7))
attempt(lambda: dict.fromkeys("abc"))
attempt(lambda: dict.fromkeys([1, 2], []))
attempt(lambda: dict.fromkeys(1))
