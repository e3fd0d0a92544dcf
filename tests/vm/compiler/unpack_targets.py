a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), [c, *d], e = (1, 2), 'xyz', 3
print(a, b, c, d, e)
*a, b = [1, 2, 3]; print(a, b)
a, *b, c = range(5); print(a, b, c)
def f():
    x, y, z = 1, 2, 3
    x, y, z = z, x, y
    p = [0, 0]; i = 0
    i, p[i] = 1, 5
    print(x, y, z, i, p)
    a = b = c = []
    print(a is b is c)
    q, q = 1, 2
    [m] = [7]
    () = []
    m, = (8,)
    s = p[0], p[1] = 'ab'
    print(q, m, s, p)
    x, y = y, x + y
    x, (y, z) = y, (x, y)
    print(x, y, z)
f()
for bad in ('a, b = 1, 2, 3', 'a, b = [1]', 'a, *b, c = [1]', 'a, b = 5'):
    try: exec(bad)
    except Exception as e: print(type(e).__name__, e)
class O: pass
o = O(); o.x, o.y = 1, 2; o.x, o.y = o.y, o.x
print(o.x, o.y)
d = {}; d['a'], d['b'], d['c'], d['d'] = 1, 2, 3, 4; print(d)
