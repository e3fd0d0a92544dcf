def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import math

values = 0, 1, -1, 2.5, -2.5, math.inf, -math.inf, math.nan, -0.0, 3, 'x', 1e308
for name in 'copysign fmod pow remainder nextafter ldexp log gcd lcm comb perm isclose'.split():
    function = getattr(math, name)
    for a in values:
        for b in values:
            show(f'{name}({a}, {b})', lambda: function(a, b))
