def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
t = (1, 2, 3, 2)
attempt(lambda: t.index(2))
attempt(lambda: t.index(2, 2))
attempt(lambda: t.index(9))
attempt(lambda: t.count(2))
attempt(lambda: t + [1])
attempt(lambda: t * 2)
attempt(lambda: t * "a")
attempt(lambda: t[9])
attempt(lambda: t.__getitem__("a"))
attempt(lambda: t[::-2])
attempt(lambda: t[5:])
attempt(lambda: tuple(1))
attempt(lambda: tuple(iterable=1))
attempt(lambda: hash((1, [])))
attempt(lambda: t < (1, 3))
attempt(lambda: t < [1])
attempt(lambda: t == (1.0, 2, 3, 2.0))
attempt(lambda: (t is tuple(t), t[:] is t, () is tuple()))
def assign(): t[0] = 1
attempt(assign)
def delete(): del t[0]
attempt(delete)
class T(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
x = T(1, 2)
x.attribute = 5
attempt(lambda: (x, x.attribute, type(x + x), type(x[:]), type(x * 1), hash(x) == hash((1, 2)), x.__getnewargs__()))
