def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class C:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "The x."
        return self._x
    @x.setter
    def x(self, value): self._x = value
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 5
    empty = property()
    wo = property(None, lambda self, v: print('set', v))
    documented = property(lambda s: 1, doc='words')
c = C()
print(c.x)
c.x = 7
print(c.x)
del c.x
print(hasattr(c, '_x'))
c.wo = 3
for f in [lambda: c.x, lambda: setattr(c, 'ro', 1), lambda: delattr(c, 'ro'), lambda: c.empty, lambda: c.wo, lambda: setattr(c, 'empty', 1),
          lambda: delattr(c, 'empty'), lambda: property().__get__(1), lambda: C.x.__doc__, lambda: C.documented.__doc__, lambda: C.x.__name__,
          lambda: C.ro.fset, lambda: C.ro.__isabstractmethod__, lambda: type(C.x).__name__, lambda: C.x.fget.__name__, lambda: property(1).__get__(1), lambda: C.x.__get__(None, C) is C.x,
          lambda: property(x=1), lambda: property(1, 2, 3, 4, 5)]:
    show(f)
class P(property):
    "sub"
    pass
class D:
    @P
    def y(self):
        "doc of y"
        return 1
print(D().y, D.y.__doc__)
