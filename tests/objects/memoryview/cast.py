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
    "m.cast('x')",
    "m.cast('BB')",
    "m.cast('')",
    "m.cast('@')",
    "m.cast('<B')",
    "m.cast('@B').format",
    "m.cast('@I').format",
    'm.cast(5)',
    "m.cast('I').shape, m.cast('I').itemsize, m.cast('I').nbytes, m.cast('I').strides",
    "m[:23].cast('I')",
    "m[::2].cast('I')",
    "m.cast('I').cast('H')",
    "m.cast('I').cast('c').format",
    "m.cast('I').cast('b').format",
    "m.cast('B', [2, 3, 4]).shape, m.cast('B', (2, 3, 4)).strides",
    "m.cast('B', [2, 3])",
    "m.cast('B', [])",
    "m[:1].cast('B', []).shape",
    "m.cast('B', 5)",
    "m.cast('B', 'ab')",
    "m.cast('B', [0])",
    "m.cast('B', [-1])",
    "m.cast('B', ['a'])",
    "m.cast('B', [2.0])",
    "m.cast('B', [1] * 65)",
    "m.cast('B', [2, 12]).cast('B', [12, 2])",
    "m.cast('B', [2, 12]).cast('B').shape",
    "m.cast('B', [2, 12]).cast('I').shape",
    "m.cast('I', [2, 3]).cast('B').shape",
    "m.cast('I', [2, 3]).cast('H')",
    "m.cast('B', shape=None)",
    "m.cast(format='B').shape",
    'm.cast()',
    "m.cast('B', (4,), 1)",
    "m.cast('\\xe9')",
    "m.cast('B', [True, 24]).shape",
    "memoryview(b'').cast('B', [])",
    "memoryview(b'').cast('I').shape",
    "memoryview(b'').cast('B', [1])",
    "m.cast('B', [2, 12])[0:0].cast('B')",
    "m.cast('Q').tolist()",
    "m.cast('h').tolist()",
    "m.cast('c').tolist()[:3]",
    "m[:2].cast('?').tolist()",
    "m[:8].cast('d').tolist(), m[:4].cast('f').tolist(), m[:2].cast('e').tolist()",
    "m.cast('F')",
    "m.cast('g')",
    "m.cast('s')",
]

for case in CASES:
    m = memoryview(bytearray(range(24)))
    t(case)
