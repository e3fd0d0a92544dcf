def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class A: pass
class B(A): pass
class Proxy:
    @property
    def __class__(self): return A
class Fake:
    def __init__(self, *bases): self.__bases__ = bases
print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, (int,))), issubclass(B, A), issubclass(B, (int, A)), isinstance(True, int), issubclass(bool, object))
print(isinstance(Proxy(), A), isinstance(Proxy(), Proxy), type(Proxy()).__name__)
f = Fake()
g = Fake(f)
print(issubclass(g, f), issubclass(f, g))
for f in [lambda: isinstance(1, 1), lambda: isinstance(1, (int, 2)), lambda: isinstance(1, ('a', int)), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: issubclass(int, (1,))]:
    show(f)
