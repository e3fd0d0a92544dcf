class L(list):
    def __iadd__(self, o): print('iadd'); return super().__iadd__(o)
def f():
    a = L([1]); b = a
    a += [2]; print(a, b is a)
    x = 5
    x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x >>= 1; x |= 1; x &= 13; x ^= 2
    print(x)
    x /= 4; print(x)
    l = [1, 2, 3]; i = 1
    l[i] += 10; l[0] -= l[2]; l[-1] *= i + 1; l[i] |= 64
    print(l)
    l[i:] += [7, 8]; print(l)
    d = {'k': [1]}
    d['k'] += [2]; d['k'][0] += 5
    print(d)
    t = ([],)
    try: t[0] += [1]
    except TypeError as e: print(e, t)
    class O: n = 1
    o = O(); o.n += 1; o.n *= 5; O.n -= 3
    print(o.n, O.n)
    s = 'a'; s += 'b' * 2; s *= 2
    print(s)
    b = bytearray(b'ab'); c = b
    b += b'c'; b *= 2; b[0] += 1; b[i] ^= 3
    print(b, c is b)
    k = {}
    try: k['x'] += 1
    except KeyError as e: print(repr(e))
    def g():
        nonlocal x
        x = 1
        x += 5
        return x
    print(g(), x)
f()
n = 1
n += 1
def g():
    global n
    n += 1
g(); print(n)
class C:
    v = 1
    v += 1
    w = [v]
    w[0] += v
print(C.v, C.w)
class M:
    def __matmul__(s, o): return 'mm'
    def __imatmul__(s, o): return 'imm'
    def __ipow__(s, o): return 'ipow'
m = M(); print(m @ 1); m @= 1; print(m); m = M(); m **= 2; print(m)
