# Functions of complex numbers over the whole range of float: no overflow on the way, signs of zeros at the branch cuts.
import cmath

parts = 0.0, -0.0, 1.0, -1.0, 0.5, 2.0, -3.0, 5e-324, 1e-310, 1e-160, -1e-20, 1e155, -1e308, 709.5, -712.0, 1.0000001


def text(x):
    if x != x or x == 0:
        return repr(x)
    return f'{x:.13g}'


for name in 'acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh'.split():
    function = getattr(cmath, name)
    for real in parts:
        for imag in parts:
            if abs(imag) > 1000 and name in ('exp', 'cosh', 'sinh', 'tanh') or abs(real) > 1000 and name in ('cos', 'sin', 'tan'):
                continue
            try:
                r = function(complex(real, imag))
                print(name, real, imag, text(r.real), text(r.imag))
            except (ValueError, OverflowError) as e:
                print(name, real, imag, type(e).__name__, e)
print(cmath.sqrt(2j), cmath.sqrt(-3 + 0.25j), cmath.sqrt(1e308 + 1e308j))
