# Every function of cmath on every kind of number: values to twelve digits, errors.
import cmath, math
inf, nan = math.inf, math.nan
vals = [0, 1, -1, 2.5, 1j, -1j, 1+2j, -3-4j, 1e-10+1j, 100, 1000, -1000, 1000j, 1e308+1e308j, inf, -inf, complex(0, inf), complex(inf, inf), complex(-inf, 1), complex(nan, 1), complex(1, nan), complex(-0.0, 0.0), complex(0.0,-0.0), complex(-2, -0.0), complex(-2, 0.0), '1', None, True, 10**400, complex(2, 0.0), 0.5, -0.5, 1e-320]
def show(z):
    if isinstance(z, complex): return f'{z.real:.12g} {z.imag:.12g}'
    if isinstance(z, tuple): return tuple(f'{x:.12g}' for x in z)
    return f'{z:.12g}' if isinstance(z, float) else z
for n in 'acos acosh asin asinh atan atanh cos cosh exp sin sinh sqrt tan tanh log log10 phase polar isfinite isinf isnan'.split():
    f = getattr(cmath, n)
    for v in vals:
        try: print(n, v, show(f(v)))
        except Exception as e: print(n, v, type(e).__name__, e)
class C:
    def __complex__(self): return 1+2j
class F:
    def __float__(self): return 2.0
class I:
    def __index__(self): return 2
for f in [lambda: cmath.log(8, 2), lambda: cmath.log(8, 0), lambda: cmath.log(0, 2), lambda: cmath.log(2, 1), lambda: cmath.log(1j, 1j), lambda: cmath.rect(1, 2), lambda: cmath.rect(inf, 0), lambda: cmath.rect(inf, 1), lambda: cmath.rect(1, inf), lambda: cmath.rect(0, inf), lambda: cmath.rect(nan, 0), lambda: cmath.rect(1j, 0), lambda: cmath.isclose(1, 1+1e-10j), lambda: cmath.isclose(1, 2, rel_tol=-1), lambda: cmath.isclose(inf, inf), lambda: cmath.sqrt(C()), lambda: cmath.sqrt(F()), lambda: cmath.sqrt(I()), lambda: cmath.sqrt(), lambda: cmath.sqrt(1, 2), lambda: cmath.log(), lambda: cmath.infj, lambda: cmath.nanj, lambda: cmath.pi, lambda: cmath.polar(1e308+1e308j), lambda: sorted(n for n in dir(cmath) if n[0] != '_')]:
    try: print(show(f()))
    except Exception as e: print(type(e).__name__, e)
