def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class A:
    def __add__(self, o): return 'A+'
    def __radd__(self, o): return '+A'
    def __mul__(self, o): return NotImplemented
    def __lt__(self, o): return 'A<'
    def __pow__(self, e, m=None): return ('pow', e, m)
    def __rpow__(self, b, m=None): return ('rpow', b, m)
class B(A):
    def __radd__(self, o): return '+B'
class C(A): pass
class D(A):
    def __gt__(self, o): return 'D>'
class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(o); return self
class R:
    def __rmul__(self, o): return ('rmul', o)
    def __rsub__(self, o): return NotImplemented
print(A() + B(), A() + C(), 1 + A(), A() + 1, A() < D(), A() < C(), [] + A() if False else A() + [])
i = I()
j = i
i += 5
print(j.log, i is j, 3 * R(), [1] * R(), 'ab' * R())
print(pow(A(), 2), pow(A(), 2, 3), pow(2, A()), 2 ** A(), pow(2, A(), 5))
for f in [lambda: A() * A(), lambda: A() * 1, lambda: 1 - R(), lambda: [1] - R(), lambda: 1 + 'a', lambda: 'a' + 1, lambda: [] + 1, lambda: 1 ** 'a', lambda: divmod(1, 'a'), lambda: [] * 'a', lambda: 'a' * 'b', lambda: 1.5 * [],
          lambda: -'a', lambda: +'a', lambda: ~1.5, lambda: abs('a'), lambda: pow(1, 2, 'a'), lambda: 1 < 'a', lambda: 1 >= None, lambda: print >> 1, lambda: None + 1, lambda: ... + 1, lambda: NotImplemented + 1, lambda: 1 @ 1]:
    show(f)
x = 1
try: x += 'a'
except TypeError as e: print(e)
try: x **= 'a'
except TypeError as e: print(e)
x = []
try: x *= 'a'
except TypeError as e: print(e)
