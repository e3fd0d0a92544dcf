def t(text):
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


CASES = [
    'm[0], m[-1], m[Index(2)], m[True], m[(3,)], m[Index(2),]',
    'm[24]',
    'm[-25]',
    "m['a']",
    'm[2**70]',
    'm[1.5]',
    'm[None]',
    'm[1, 2]',
    'm[()]',
    'm[...]',
    'm[::0]',
    "m['a':]",
    'm[:2**80].shape',
    'd.tolist()',
    'd[0]',
    'd[0, 1], d[-1, -1], d[(1, 2)]',
    'd[0, 5]',
    'd[5, 0]',
    'd[0, 1, 2]',
    'd[(0,)]',
    'd[()]',
    "d['a']",
    "d[0, 'a']",
    'd[0, 2**70]',
    'd[0:1].tolist(), d[0:1].shape, d[::-1].tolist(), d[5:].shape, d[::2].strides',
    'd[0:1, 0:1]',
    'd[0, 0:1]',
    'd[...]',
    "d[::2].tobytes(), d.tobytes('F'), d.tobytes('A'), d.tobytes(None), d.tobytes(order='C')",
    "d.tobytes('x')",
    'd.tobytes(5)',
    "m.tobytes('CC')",
    'list(d)',
    'iter(d)',
    'len(d), d.nbytes',
    'd.hex()',
    'd[0:0].tolist(), d[0:0].tobytes(), d[0:0].hex()',
    "z[()], z.tolist(), z.tobytes(), z.hex(), z.hex(':')",
    'z[...] is z',
    'z[0]',
    'z[0:1]',
    "z['a']",
    'z[0, 0]',
    'len(z)',
    'bool(z)',
    'list(z)',
    "m.hex(':', 2), m[::2].hex(':'), m[::-1].tolist()[:3], m[5:2].tolist()",
    "m.hex('ab')",
    "m.hex(':', 'a')",
    'm.tolist(1)',
    "next(iter(m)), type(iter(m)).__name__, type(iter(d.cast('B').cast('H'))).__name__",
    "list(m[::6]), list(m.cast('H')[::3]), list(reversed(m[:3]))",
    'm[1:20:3][1:][::-1].tolist(), m[::-1][::-2].strides',
]

for case in CASES:
    m = memoryview(bytearray(range(24)))
    d = m.cast('I', [2, 3])
    z = m[5:6].cast('B', [])
    t(case)
