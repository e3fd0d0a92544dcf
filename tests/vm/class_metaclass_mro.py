# A metaclass's own mro(): what it sees while it runs, and the orders that are refused.
class Once(type):
    def mro(cls):
        seen.append((cls.__name__, cls.flag))
        return super().mro()
    flag = 'of the metaclass'

seen = []
class A: pass
class B(A, metaclass=Once): pass
class C(B): pass
print(seen, [c.__name__ for c in C.__mro__])

class Given(type):
    def mro(cls):
        return order
def define(given):
    global order
    order = given
    class D(metaclass=Given): pass
    return D
for given in [(), (1,), None, [int], (int, object), [str, int, object], (type, object), (dict,), (bytearray, object)]:
    try: print(define(given))
    except Exception as e: print(type(e).__name__, e)

class Reversed(type):
    def mro(cls):
        first, *rest = type.mro(cls)
        return [first, *rest[:-1][::-1], object]
class P: who = 'P'
class Q: who = 'Q'
class R(P, Q, metaclass=Reversed): pass
print(R.who, [c.__name__ for c in R.__mro__])

class Failing(type):
    def mro(cls):
        raise ValueError('no order')
try:
    class E(metaclass=Failing): pass
except ValueError as e: print(e)
