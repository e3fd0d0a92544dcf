from shared import Index, t

CASES = [
    'o.join(5)',
    "o.join(['a'])",
    "o.join([b'a', 5])",
    "o.join([b'a', memoryview(b'xxx')[::2]])",
    "o.join(b'ab')",
    "o.join([]), o.join([b'x']), o.join((b'x', bytearray(b'y'), memoryview(b'z')))",
    "o.join(x for x in [b'1', b'2'])",
    'o.join([o, o])',
    "kind().join([b'a', b'b', b'']), kind(b',').join([b'', b'', b''])",
    'kind().join([o]) is o',
    'o.join()',
    "o.join({b'k': 1})",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
