from __future__ import annotations
def f(a: int, b: list[int] | None = None, *c: *Ts, d: -1 ** 2 = 1, **e: {1: 2, **x}) -> (yielded, (1,), ()): pass
print(f.__annotations__)
class C:
    x: A.b.c[1:2, ::3, ...]
    y: lambda q, /, r=1, *s, t, **u: q + (r * -s) = 1
    z: (a if b else c) if (d if e else f) else not g
    def m(self, v: 'quoted', w: f'f{x!r:>{y}} {{z}}'): pass
    p: a < b <= c and (d or e) and not (f and g)
    q: [i for i in x if i for j in y] + {*a, b}
    r: f(*a, k=1, **b)(x for x in y)
    s: 1 .real + 1.5.real + b'x' + (a, b)[0] + (a @ b // c - (d - e)) ** (f ** g) ** h
    __t: ~a << b | c & d ^ e
print(C.__annotations__)
print(C.m.__annotations__)
g: undefined = 5
h: also.undefined
print(__annotations__)
