import sys
def f():
    a = 1 + 2 * 3 - 4 // 2
    b = -1, +2, ~3, not 0
    c = 'a' 'b' + 'c' * 3
    d = (1, 2) + (3,), 'abc'[1], (5, 6)[-1], b'x'[0]
    e = 2 ** 10, 1 << 20, 7 % 4, -7 // 2, 1 / 4, 2 ** -1
    z = 0.0, -0.0, 1, 1.0, True, 0, False, 1j, -1j, 1 + 2j
    return a, b, c, d, e, z
print(f())
print([type(v).__name__ for v in f()[5]])
def err(src):
    try: print(eval(src))
    except Exception as e: print(type(e).__name__, e)
for src in ('1 / 0', '1 % 0', '"a" + 1', '(1,)[5]', '1 << -1', '"x" * "y"', '-"a"', '~1.5'): err(src)
print(len('a' * 10000), (1 << 200) >> 190, len((0,) * 500), 10 ** 40)
print(1 in {1, 2}, 3 in [1, 2], 'x' not in ('x',), [1, 2, 3, 4], {1, 2, 3}, [*(1, 2)], (*[1], 2), {*'a'})
def g(x): return x in {'a', 'b'}, x in ['c', 'd']
print(g('a'), g('c'))
def same():
    l = [1, 2, 3, 4]; l.append(5); return l
print(same(), same())
print(__debug__, 0xffffffffffffffffffff + 1, -9223372036854775808, 4611686018427387904 - 1)
print(-0.0, 0.0, 0.0 == -0.0, str(-0.0 + 0), 1e400, -1e400)
x = [(0.0, -0.0), (-0.0, 0.0)]; print(x)
