def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class C: pass
class N:
    def __new__(cls, *a): return object.__new__(cls)
class NN:
    def __new__(cls, *a): return object.__new__(cls, *a)
class I:
    def __init__(self, *a): pass
class II:
    def __init__(self, *a): object.__init__(self, *a)
class O:
    def __new__(cls): return 1
for f in [lambda: object(1), lambda: C(1), lambda: C(x=1), lambda: type(N(1)).__name__, lambda: NN(1), lambda: type(I(1)).__name__, lambda: II(1), lambda: O(),
          lambda: object.__new__(), lambda: object.__new__(1), lambda: object.__new__(int), lambda: int.__new__(), lambda: int.__new__(str),
          lambda: int.__new__('a'), lambda: object().__init__(1), lambda: C().__init__(1), lambda: int.__new__(bool, 1), lambda: tuple.__new__(list),
          lambda: object.__new__(list), lambda: type(None)(1), lambda: type(...)(1), lambda: type(None)() is None, lambda: type(len)(), lambda: int.__new__(int, '12')]:
    show(f)
