import binascii as B
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__module__, type(e).__qualname__, e)
for a in (1, None, 'é', 'abc', b'abc', b'', bytearray(b'4142'), memoryview(b'4a4B'), 'fFaA', b'4g', 'zz', '4gz'):
    t(B.a2b_hex, a); t(B.unhexlify, a)
for a in (1, 'abc', b'abc', b'', bytearray(b'\xff\x00'), memoryview(b'abcd')[::2], memoryview(b'abcd').cast('H')):
    t(B.b2a_hex, a); t(B.hexlify, a, '-'); t(B.hexlify, a, b':', 2)
d = bytes(range(20))
for s in (':', b'\xff', 'é', '--', '', 5, None, b'.', 'Ā'):
    for n in (1, 2, -3, 0, 100, -100):
        t(B.hexlify, d, s, n)
t(B.hexlify, d, sep='.', bytes_per_sep=4); t(B.hexlify, d, bytes_per_sep=4); t(B.hexlify, d, ':', 'a'); t(B.hexlify)
t(B.hexlify, d, ':', 1 << 40); t(B.hexlify, data=d)
print(B.Error.__mro__, B.Incomplete.__mro__)
