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
    'o.__setitem__(10, 5)',
    'o.__setitem__(0, 300)',
    'o.__setitem__(0, -1)',
    "o.__setitem__(0, 'a')",
    'o.__setitem__(10, 300)',
    'o.__setitem__(0, None)',
    "o.__setitem__('a', 300)",
    'o.__setitem__(0, 2**70)',
    'o.__setitem__(0, 1.5)',
    'o.__setitem__(Index(1), Index(65)) or o',
    'o.__setitem__(slice(0, 2), 5)',
    "o.__setitem__(slice(0, 2), 'ab')",
    'o.__setitem__(slice(0, 2), 1.5)',
    'o.__setitem__(slice(0, 2), None)',
    'o.__setitem__(slice(0, 2), Index(2))',
    'o.__setitem__(slice(0, 2), object())',
    "o.__setitem__(slice(0, 2), ('a',))",
    'o.__setitem__(slice(0, 1), [300])',
    "o.__setitem__(slice('a'), 5)",
    'o.__setitem__(slice(0, 2), [1, 2, 3]) or o',
    "o.__setitem__(slice(0, 2), b'xyz') or o",
    "o.__setitem__(slice(0, 2), b'') or o",
    'o.__setitem__(slice(0, 2), iter([1])) or o',
    "o.__setitem__(slice(2, 2), b'xyz') or o",
    "o.__setitem__(slice(4, 2), b'xyz') or o",
    "o.__setitem__(slice(None), b'') or o",
    "o.__setitem__(slice(100, 200), b'xyz') or o",
    "o.__setitem__(slice(0, 0), b'xyz') or o",
    'o.__setitem__(slice(0, 2), o) or o',
    "o.__setitem__(slice(1, 3), bytearray(b'XY')) or o",
    "o.__setitem__(slice(1, 3), memoryview(b'XY')) or o",
    "o.__setitem__(slice(1, 3), memoryview(b'X-Y')[::2]) or o",
    "o.__setitem__(slice(0, 3, 2), b'abc')",
    "o.__setitem__(slice(0, 3, 2), b'a')",
    "o.__setitem__(slice(0, 3, 2), b'XY') or o",
    "o.__setitem__(slice(None, None, 2), b'') or o",
    'o.__setitem__(slice(None, None, -1), o) or o',
    "o.__setitem__(slice(None, None, -2), b'XYZ') or o",
    "o.__setitem__(slice(5, 0, -3), b'XY') or o",
    'o.__setitem__(slice(0, 6, 3), [1, 2]) or o',
    'o.__setitem__(slice(0, 3, 2), 5)',
    "o.__setitem__(slice(0, 3, 2), '')",
    "o.__setitem__(slice(0, 3, 0), b'')",
    'o.__setitem__((0,), 5)',
    'o.__delitem__(10)',
    "o.__delitem__('a')",
    'o.__delitem__(0) or o',
    'o.__delitem__(-1) or o',
    'o.__delitem__(slice(0, 2)) or o',
    'o.__delitem__(slice(4, 2)) or o',
    'o.__delitem__(slice(None, None, 2)) or o',
    'o.__delitem__(slice(None, None, -2)) or o',
    'o.__delitem__(slice(1, None, 3)) or o',
    'o.__delitem__(slice(4, None, -3)) or o',
    'o.__delitem__(slice(None)) or o',
    'o.__delitem__(slice(0, 5, 100)) or o',
    'o.__setitem__(0, 1, 2)',
    'o.__setitem__(0)',
    'o.__delitem__()',
]

for case in CASES:
    o = bytearray(b'abcdef')
    t(case)
