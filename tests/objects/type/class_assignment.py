def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
class S:
    __slots__ = ('s',)
class L(list): pass
a = A()
a.x = 1
a.y = 2
a.__class__ = B
print(a.who(), a.x, a.y, type(a).__name__, a.__dict__)
a.z = 3
print(a.__dict__)
def set_(o, c): o.__class__ = c
for f in [lambda: set_(object(), 1), lambda: set_(object(), int), lambda: set_(A(), S), lambda: set_(A(), L),
          lambda: set_(A(), int), lambda: set_(A(), 5), lambda: delattr(A(), '__class__')]:
    show(f)
