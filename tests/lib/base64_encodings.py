import base64, io
def t(f, *a, **k):
    try: return f(*a, **k)
    except Exception as e: return f'{type(e).__qualname__}: {e}'
pairs = ['b64', 'standard_b64', 'urlsafe_b64', 'b32', 'b32hex', 'b16', 'b85', 'a85', 'z85']
for name in pairs:
    enc, dec = getattr(base64, name + 'encode'), getattr(base64, name + 'decode')
    for n in list(range(14)) + [100]:
        d = bytes((i * 37 + 200) & 255 for i in range(n))
        e = enc(d)
        print(name, n, e, dec(e) == d, dec(e.decode()) == d, enc(bytearray(d)) == e, enc(memoryview(d)) == e)
    for bad in (1, None, 'é', 'abc', [1], b'!', b'a', b'AA======', b'A=======', b'=', b'========', b'~~~~~', b'    ', b'AAAA\xff', b'aabb', b'AAAAAAA1', b'#', b'@@@@@@', '\x7f'):
        print(name, bad, t(dec, bad), t(enc, bad))
state = 99
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % n
for i in range(200):
    s = bytes(b'AB72az01=!~u y'[rnd(14)] for _ in range(rnd(11)))
    print(s, *(t(getattr(base64, n + 'decode'), s) for n in ('b32', 'b32hex', 'b16', 'b85', 'a85', 'z85')))
print(t(base64.b64encode, b'\xfb\xff', b'-_'), t(base64.b64encode, b'\xfb\xff', altchars=b'-'), t(base64.b64decode, b'-_8=', b'-_'), t(base64.b64decode, '-_8=', '-_'), t(base64.b64decode, b'a-b=', validate=True))
print(t(base64.b32decode, b'me======', True), t(base64.b32decode, b'M0======', map01=b'L'), t(base64.b32decode, b'M1======', map01='I'), t(base64.b32decode, b'M1======', map01=b'xx'), t(base64.b32hexdecode, b'0a======', casefold=True))
print(t(base64.b16decode, b'ab', True), t(base64.b16decode, b'ab'), t(base64.b16decode, b'abc', True))
for d in (b'    ' * 3 + b'\0' * 8 + b'abc', b'', b'\0\0', b'\0' * 5):
    for fold in (False, True):
        for wrap in (0, 1, 3, 7):
            for pad in (False, True):
                for adobe in (False, True):
                    e = t(base64.a85encode, d, foldspaces=fold, wrapcol=wrap, pad=pad, adobe=adobe)
                    print(e, t(base64.a85decode, e, foldspaces=fold, adobe=adobe))
print(t(base64.a85decode, b'<~xx', adobe=True), t(base64.a85decode, b'a z'), t(base64.a85decode, b'ay', foldspaces=True), t(base64.a85decode, b'a-b', ignorechars=b'-'), t(base64.b85encode, b'ab', True), t(base64.b85encode, b'ab', pad=False))
d = bytes(range(200))
out = io.BytesIO(); base64.encode(io.BytesIO(d), out); print(out.getvalue(), out.getvalue() == base64.encodebytes(d))
back = io.BytesIO(); base64.decode(io.BytesIO(out.getvalue()), back); print(back.getvalue() == d, base64.decodebytes(out.getvalue()) == d)
print(t(base64.encodebytes, 'x'), t(base64.encodebytes, memoryview(b'abcd').cast('H')), t(base64.decodebytes, memoryview(b'abcd').cast('B', (2, 2))), t(base64.encodebytes, bytearray(b'abc')))
print(base64.__all__, base64.MAXLINESIZE, base64.MAXBINSIZE)
