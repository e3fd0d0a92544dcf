import math
# Subclasses of int and float that override everything.
class I(int):
    def __add__(s, o): return 'I+'
    def __radd__(s, o): return '+I'
    def __eq__(s, o): return 'eq'
    __hash__ = int.__hash__
    def __repr__(s): return f'I({int(s)})'
    def __format__(s, f): return 'If'
    def __str__(s): return 'Is'
    def __index__(s): return 42
    def __int__(s): return 43
    def __float__(s): return 44.0
    def __bool__(s): return False
    def __neg__(s): return 'neg'
    def __lt__(s, o): return True
    def __round__(s, *a): return ('rnd', a)
    def __divmod__(s, o): return 'dm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o, m=None): return ('rpow', o, m)
    def __floordiv__(s, o): return 'fd'
    def __rfloordiv__(s, o): return 'rfd'
class F(float):
    def __mul__(s, o): return 'F*'
    def __rmul__(s, o): return '*F'
    def __float__(s): return 9.5
    def __repr__(s): return 'Frepr'
    def __hash__(s): return 77
    def __abs__(s): return 'abs'
    def __trunc__(s): return 'tr'
    def __floor__(s): return 'fl'
    def __int__(s): return 12
    def __round__(s, n=None): return ('r', n)
i = I(5); f = F(2.5)
print(i + 1, 1 + i, 2 + i, 1.5 + i, i == 5, 5 == i, i != 5, hash(i), repr(i), str(i), f"{i}", format(i), "%d" % i, "%s" % i, "%x" % i, int(i), float(i), bool(i), not i, -i, +i, abs(i), i < 3, 3 < i, 3 > i, i > 3)
print(round(i), round(i, 2), divmod(i, 2), divmod(2, i), i ** 2, 2 ** i, pow(i, 2, 3), pow(2, i, 3), pow(2, 3, i), i // 2, 2 // i, i % 3, i / 2, i * 2, i - 1, i & 4, i | 8, i << 1, ~i)
print([10, 20, 30, 40, 50, 60][i], range(i), list(range(i)), chr(I(65)), hex(i), bin(i), bytes(I(2)), "a" * i, [0] * i, math.sqrt(i), math.factorial(i), math.gcd(i, 10), complex(i), sum([i, i]), sum([1, i]), max(i, 3), sorted([i, I(3)]), i.bit_length(), i.real, type(i.real), i.numerator, i.to_bytes(1), {5: "a"}.get(i), i in [5], [5].index(i), i in {5}, (i,) == (5,))
print(f * 2, 2 * f, f + 1, float(f), int(f), repr(f), str(f), hash(f), abs(f), math.trunc(f), math.floor(f), math.ceil(f), math.sqrt(f), round(f), round(f, 1), "%f" % f, "%d" % f, "%s" % f, "%r" % f, format(f, ".2f"), f"{f}", f.is_integer(), f.hex(), f.as_integer_ratio(), complex(f), divmod(f, 2), f // 1, f % 1, -f, f == 2.5, f < 3, f ** 2, sum([f, 1.0]), sum([1.0, f]), math.fsum([f]), float.__repr__(f), min(f, 1))
print(math.prod([f, 2]), math.prod([2, f]), math.hypot(f, 1), math.copysign(f, -1), math.isclose(f, 2.5), math.dist([f], [0]), math.fma(f, 1, 0), math.ldexp(f, 1), math.floor(3.7), math.isqrt(i))
print(bool.__and__(True, 1), True + I(1), True == i, int.__add__(i, 1), int.__repr__(i), int.__index__(i), int.__float__(i), i.__class__, i.conjugate(), type(i.conjugate()), i.as_integer_ratio(), i.is_integer(), i.__getnewargs__(), i.__trunc__(), i.__ceil__())
print(abs(3 + 4j), (3 + 4j).conjugate(), complex(3, 4) == 3 + 4j, hash(3 + 4j) == hash(complex(3, 4)), complex("1e3+.5j"), complex(1e308, 1e308) - 1, (1 + 2j) * (3 + 4j), (1 + 2j) / 3, 3 / (1 + 2j), (1 + 2j) ** 2, (1 + 2j) ** -1, (1 + 2j) ** 0, 0j ** 2, (2 + 0j) ** 0.5, 1j ** 2, 1j ** 3, repr(complex(-0.0, -0.0)), str(1e-10j), f"{1 + 2j:.1f}", f"{1 - 2j:>20}", (1 + 2j).__complex__(), bool(0j), bool(1e-300j), -(1 - 2j), +(1j), (1 + 2j) - 1, 1 - (1 + 2j), (1 + 2j) == (1 + 2j), (1 + 2j) != 1, complex(1) == 1.0, {1: "a"}[1 + 0j])
