from shared import t

r = memoryview(bytearray(4))
r.release()
for case in """r[0];len(r);r.tolist();r.tobytes();r.hex();r.obj;r.nbytes;r.format;r.shape;r.readonly;r.ndim;r.cast('B');
r.toreadonly();r == b'';r == r;r != r;hash(r);r.release();r.__enter__();iter(r);list(r);r[0:1];r.__setitem__(0, 1);
memoryview(r);bytes(r);b''.join([r]);r.count(1);r.index(1);1 in r;bool(r);r.__exit__(1, 2, 3);r.c_contiguous;r.suboffsets;
r.strides;r.itemsize;r.contiguous;r.f_contiguous;reversed(r);b'' + r;bytearray(r);b'a' == r;r.__buffer__(0);repr(r)[:20];
memoryview(b'a') == r;b'a'.find(r)""".replace('\n', '').split(';'):
    t(case)
m = memoryview(bytearray(4))
it = iter(m)
next(it)
m.release()
t('next(it)')
m = memoryview(bytearray(4))
n = m[1:]
m.release()
t('n.tolist()')
m = memoryview(b'abc')
hash(m)
m.release()
t('hash(m) == hash(b"abc")')
with memoryview(b'abc') as m:
    pass
t('m[0]')
b = bytearray(b'abc')
m = memoryview(b)
c = m.__buffer__(0)
t('m.release()')
t('c.obj is m')
c.release()
t('m.release()')
t('b.append(1)')
