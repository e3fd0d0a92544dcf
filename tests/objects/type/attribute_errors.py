def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class C: pass
class S: __slots__ = ('a',)
def set_(o, n, v): setattr(o, n, v)
for f in [
    lambda: int.x, lambda: C.x, lambda: C().x, lambda: S().x, lambda: S().a, lambda: (1).x,
    lambda: set_(int, 'x', 1), lambda: set_(S(), 'x', 1), lambda: set_(1, 'x', 1), lambda: set_(1, 'real', 1),
    lambda: set_("", 'join', 1), lambda: set_(object(), 'x', 1), lambda: set_(None, 'x', 1),
    lambda: delattr(C, 'x'), lambda: delattr(C(), 'x'), lambda: delattr(S(), 'x'), lambda: delattr(S(), 'a'),
    lambda: delattr("", 'join'), lambda: delattr(1, 'real'), lambda: delattr(int, 'real'),
    lambda: set_(C, '__name__', 1), lambda: set_(C, '__qualname__', 3), lambda: delattr(C, '__name__'),
    lambda: set_(int, '__name__', 'x'), lambda: set_(C, '__mro__', 1), lambda: set_(C, '__dict__', 1),
    lambda: set_(C(), '__dict__', 1), lambda: delattr(C, '__doc__'), lambda: set_(C, '__bases__', 1),
    lambda: set_(C, '__bases__', ()), lambda: C.__abstractmethods__,
    lambda: getattr(C(), 1), lambda: object.__setattr__(C, 'a', 1), lambda: object.__setattr__(C(), 1, 1),
    lambda: set_(len, '__name__', 1), lambda: [].append.x,
]:
    show(f)
