# Characters that are none, and halves of surrogate pairs.
from array import array as A
for b in [b'\x00\x00\x11\x00', b'\x00\xd8\x00\x00', b'a\0\0\0\x00\xd8\x00\x00', b'\xff\xff\xff\xff', b'a\0\0\0\0\0\0\x61']:
    for t in 'w':
        for f in ['a.tounicode()','a[0]','a[-1]','a.tolist()','list(a)','repr(a)','str(a)','a == A("w","a")','a == A("w", bytes(a))','a < A("w","z")','"a" in a','a.count("a")','a.index("z")','a.pop()','A("w",a)', 'a.__reduce_ex__(3)[1][3]','a.__reduce_ex__(1)']:
            a = A(t, b)
            try: r = ascii(eval(f))
            except BaseException as e: r = type(e).__name__ + ': ' + str(e)
            print(b, t, f, r)
