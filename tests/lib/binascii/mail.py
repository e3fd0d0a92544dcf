import binascii as B
def t(f, *a, **k):
    try: return f(*a, **k)
    except Exception as e: return f'{type(e).__qualname__}: {e}'
state = 4711
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % n
for i in range(500):
    s = b''.join([b'=', b'a', b'.', b'_', b' ', b'\t', b'\r\n', b'\n', b'\r', b'\xff', b'\0', b'abc' * rnd(25), b'4', b'E', b'~', b'\x7f'][rnd(16)] for _ in range(rnd(20)))
    q, x, h = rnd(2), rnd(2), rnd(2)
    print(s, t(B.a2b_qp, s, h), t(B.b2a_qp, s, q, x, h))
    u = s[:46]
    print(t(B.b2a_uu, u), t(B.b2a_uu, u, backtick=True))
for i in range(300):
    s = ''.join('!"#$ `\n\rAz%&_~'[rnd(14)] for _ in range(rnd(12)))
    print(repr(s), t(B.a2b_uu, s))
for n in range(47):
    e = t(B.b2a_uu, bytes(range(100, 100 + n)))
    print(n, e, isinstance(e, str) or B.a2b_uu(e) == bytes(range(100, 100 + n)))
for f in (B.a2b_qp, B.b2a_qp, B.a2b_uu, B.b2a_uu):
    for a in (1, None, 'é', bytearray(b'a=20b'), memoryview(b'#86)C\n')): print(t(f, a))
print(t(B.a2b_qp, data=b'a_b', header=True), t(B.b2a_qp, data=b'a b', header=True))
