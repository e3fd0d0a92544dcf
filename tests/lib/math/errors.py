def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import math

infinity, nan = math.inf, math.nan
for name in ('acos acosh asin atanh cos cosh exp exp2 expm1 gamma lgamma log log10 log1p log2 sin sinh sqrt tan ceil floor trunc factorial '
             'isqrt isfinite isinf isnan ulp frexp modf fabs').split():
    function = getattr(math, name)
    for value in 0, -0.0, -1, 2.0, -1.5, 800.0 if name in ('exp', 'cosh', 'gamma', 'log') else 1.0, infinity, -infinity, nan, 10**400, True, 'a', 1j:
        if name == 'factorial' and value == 10**400:
            continue
        show(f'{name}({value if not isinstance(value, int) or abs(value) < 10**300 else "great"})', lambda: function(value))
