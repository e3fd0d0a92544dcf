from shared import Index, t

CASES = [
    'm.__setitem__(10, 5)',
    'm.__setitem__(10, 300)',
    'm.__setitem__(0, 300)',
    'm.__setitem__(0, -1)',
    "m.__setitem__(0, 'a')",
    'm.__setitem__(0, None)',
    'm.__setitem__(0, 2**70)',
    'm.__setitem__(0, 1.5)',
    "m.__setitem__(0, b'a')",
    "m.__setitem__('a', 300)",
    'm.__setitem__((0,), 5) or m.tolist()',
    'm.__setitem__(Index(1), Index(5)) or m.tolist()',
    'm.__setitem__(slice(0, 2), 5)',
    "m.__setitem__(slice(0, 2), 'ab')",
    'm.__setitem__(slice(0, 2), [1, 2])',
    "m.__setitem__(slice(0, 2), b'abc')",
    "m.__setitem__(slice(0, 3, 2), b'a')",
    "m.__setitem__(slice(0, 3, 2), b'xy') or m.tolist()",
    'm.__setitem__(slice(None, None, -1), bytes(range(8))) or m.tolist()',
    "m.__setitem__(slice(None, None, -3), b'abc') or m.tolist()",
    "m.__setitem__(slice(0, 2), memoryview(b'ab').cast('b'))",
    "m.__setitem__(slice(0, 2), memoryview(b'ab').cast('c'))",
    "m.__setitem__(slice(0, 2), memoryview(b'ab').cast('@B')) or m.tolist()",
    "m.__setitem__(slice(0, 2), memoryview(b'abcd')[::2]) or m.tolist()",
    "m.__setitem__(slice(0, 2), memoryview(b'ab').cast('B', [1, 2]))",
    "m.__setitem__(slice(0, 1), memoryview(b'a').cast('B', []))",
    "m.cast('H').__setitem__(slice(0, 1), memoryview(b'ab').cast('H')) or m.tolist()",
    "m.cast('H').__setitem__(slice(0, 3, 2), memoryview(b'abcd').cast('H')) or m.tolist()",
    'm.__delitem__(0)',
    'm.__delitem__(slice(0, 1))',
    'r.__delitem__(0)',
    'r.__setitem__(5, 1)',
    "r.__setitem__('a', 1)",
    'm.toreadonly().__setitem__(0, 1)',
    'z.__setitem__((), 7) or z[()]',
    'z.__setitem__(..., 9) or z[()]',
    'z.__setitem__(0, 9)',
    'z.__delitem__(0)',
    'd.__setitem__(0, 1)',
    'd.__setitem__((0, 1), 7) or d.tolist()',
    'd.__setitem__((0,), 7)',
    'd.__setitem__((0, 1, 2), 7)',
    'd.__setitem__((0, 5), 1)',
    "d.__setitem__(slice(0, 1), b'abc')",
    "d.__setitem__((slice(0, 1), slice(0, 1)), b'a')",
    "d.__setitem__('a', 1)",
]

for case in CASES:
    m = memoryview(bytearray(8))
    d = memoryview(bytearray(6)).cast('B', [2, 3])
    z = m[:1].cast('B', [])
    r = memoryview(b'abc')
    t(case)
