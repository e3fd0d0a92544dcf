from shared import Index, t

CASES = [
    "5 in m, 300 in m, 'a' in m, 5.0 in m, -1 in m",
    '5 in d',
    'm.index(5), m.index(5.0), m.index(5, -24, -1), m.index(5, 0, 2**70), m.index(5, Index(3))',
    'm.index(300)',
    'm.index(5, 6)',
    'm.index(5, 0, 5)',
    "m.index(5, 'a')",
    'm.index(5, None)',
    'm.index()',
    "m.count(5), m.count('a'), m.count(300), m.count(5.0)",
    'm[::2].index(4), m[::2].count(4), m[::-1].index(23), 3 in m[::2]',
    "m.cast('H').index(0x504), m.cast('c').index(b'\\x05'), b'\\x05' in m.cast('c')",
    'd.index(5)',
    'd.count(5)',
    'z.index(5)',
    'z.count(0)',
    '0 in z',
]

for case in CASES:
    m = memoryview(bytearray(range(24)))
    d = m.cast('I', [2, 3])
    z = m[:1].cast('B', [])
    t(case)
