def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class A: pass
class B(A): pass
class X:
    __slots__ = ('x',)
class Y:
    __slots__ = ('y',)
class L(list): pass
class D(dict): pass
class M1(type): pass
class M2(type): pass
class W1(metaclass=M1): pass
class W2(metaclass=M2): pass
for bases in [(int, str), (bool,), (A, A), (object, A), (A, B), (type(None),), (X, Y), (L, D), (W1, W2), (1,), (type(len),)]:
    show(lambda: type('T', bases, {}))
class E: 
    def __mro_entries__(self, bases): return (int,)
show(lambda: type('T', (E(),), {}))
show(lambda: type())
show(lambda: type(1, 2))
show(lambda: type(1, (), {}))
show(lambda: type('a', 2, {}))
show(lambda: type('a', (), 3))
show(lambda: type('a' + chr(0), (), {}))
show(lambda: type.__new__(type))
show(lambda: type.__new__(int, 'a', (), {}))
show(lambda: type('a', (), {'__qualname__': 3}))
