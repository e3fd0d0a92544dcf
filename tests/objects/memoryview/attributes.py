from shared import Index, t

CASES = [
    'm.suboffsets, m.strides, m.shape, m.ndim, m.itemsize, m.nbytes, m.format, m.readonly',
    'z.suboffsets, z.shape, z.strides, z.ndim, z.nbytes',
    'd.strides, d.shape, d.ndim, d.nbytes, d.suboffsets',
    'm.c_contiguous, m.f_contiguous, m.contiguous',
    'd.c_contiguous, d.f_contiguous, d.contiguous',
    'm[::2].c_contiguous, m[::2].f_contiguous, m[::2].contiguous, m[::-1].contiguous, m[::30].contiguous, m[:0:2].contiguous',
    'd[0:1].contiguous, d[0:0].contiguous, d[::-1].contiguous, d[::2].contiguous',
    'm.toreadonly().readonly, m.toreadonly()[0:1].readonly, m.toreadonly() == m',
    "memoryview(b'a').readonly, memoryview(b'abc').obj, memoryview(memoryview(b'abc'))[1:].obj",
    'm.readonly.__class__',
    "setattr(m, 'format', 'B')",
    "setattr(m, 'x', 1)",
    "delattr(m, 'obj')",
    'repr(m)[:11]',
]

for case in CASES:
    m = memoryview(bytearray(range(24)))
    d = m.cast('B', [2, 3, 4])
    z = m[:1].cast('B', [])
    t(case)
