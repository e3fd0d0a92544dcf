import binascii as B
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__qualname__, e)
for f in (B.crc32, B.crc_hqx):
    for d in (b'', b'a', b'hello world', bytes(range(256)) * 9, bytearray(b'xyz'), memoryview(b'abcdef')[1:3], 'text', 5):
        for s in (0, 1, -1, 0xffff, 1 << 40, -(1 << 90), 12345678901234567890, True, 'a', None, 1.5):
            t(f, d, s)
t(B.crc32, b'abc'); t(B.crc_hqx, b'abc')
