from shared import Index, t

CASES = [
    'm < m',
    "m == 5, m == b'a', m == bytes(range(24)), m != bytes(range(24)), bytes(range(24)) == m",
    "m.cast('I') == m, m.cast('b') == m, m.cast('c') == m, m.cast('d') == m.cast('Q')",
    "m.cast('B', [2, 12]) == m, m.cast('B', [2, 12]) == m.cast('B', [2, 12]), m.cast('B', [2, 12]) == m.cast('B', [12, 2])",
    "memoryview(b'') == b'', memoryview(b'a') == 'a'",
    'm.__eq__(5), m.__lt__(m)',
    "memoryview(a('i', [1, 2])) == memoryview(a('q', [1, 2])), memoryview(a('i', [1, 2])) == a('d', [1, 2])",
    "memoryview(a('d', [float('nan')])) == memoryview(a('d', [float('nan')]))",
    "memoryview(a('b', [-1])) == memoryview(a('B', [255])), memoryview(a('q', [-1])) == memoryview(a('Q', [2**64 - 1]))",
    "memoryview(a('d', [2.0**63])) == memoryview(a('Q', [2**63])), memoryview(a('d', [2.0**53])) == memoryview(a('q', [2**53 + 1]))",
    "memoryview(a('w', 'ab')) == memoryview(a('w', 'ab'))",
    "memoryview(b'ab') == a('B', b'ab'), b'ab' == a('B', b'ab'), bytearray(b'ab') == a('B', b'ab'), bytearray(b'ab') < a('B', b'ac')",
    'm[::2] == bytes(range(0, 24, 2)), m[::-1] == bytes(range(24))[::-1]',
    'hash(m)',
    "hash(memoryview(b'abc')) == hash(b'abc'), hash(memoryview(b'abcd').cast('b')) == hash(b'abcd'), hash(memoryview(b'abcd').cast('c')) == hash(b'abcd')",
    "hash(memoryview(b'abcd').cast('I'))",
    "hash(memoryview(b'abcd')[::2]) == hash(b'ac')",
    'hash(m.toreadonly())',
]

for case in CASES:
    m = memoryview(bytearray(range(24)))
    a = __import__('array').array
    t(case)
