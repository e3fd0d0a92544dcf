import binascii as B
def t(f, *a, **k):
    try: return f(*a, **k)
    except Exception as e: return f'{type(e).__qualname__}: {e}'
for n in range(12):
    d = bytes(range(250, 256)) + bytes(range(n))
    e = B.b2a_base64(d)
    print(e, B.b2a_base64(d[:n], newline=False), B.a2b_base64(e) == d, B.a2b_base64(e.decode(), strict_mode=False) == d, t(B.a2b_base64, e, strict_mode=True))
state = 12345
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % n
for i in range(1500):
    s = ''.join('AZaz09+/====\n -_'[rnd(16)] for _ in range(rnd(13)))
    print(repr(s), t(B.a2b_base64, s), t(B.a2b_base64, s, strict_mode=True))
for a in (1, None, 'é', [b'a'], bytearray(b'YWJj'), memoryview(b'YWJjYWJj')): print(t(B.a2b_base64, a), t(B.b2a_base64, a))
print(t(B.a2b_base64, b'YWJj' * 50 + b'Y'), t(B.b2a_base64, b'abc', True))
