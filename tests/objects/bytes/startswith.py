from shared import Index, t

CASES = [
    "o.startswith('a')",
    'o.startswith(5)',
    "o.startswith(('a',))",
    "o.startswith((b'a', 'b'))",
    'o.startswith((5,))',
    'o.startswith(())',
    "o.startswith([b'a'])",
    "o.startswith(memoryview(b'ab')), o.startswith(bytearray(b'ab'))",
    "o.startswith(b'', 3), o.startswith(b'', 4), o.startswith(b'b', 1), o.startswith(b'bc', 1, 2)",
    "o.endswith('a')",
    'o.endswith(5)',
    "o.endswith(b'', 4), o.endswith(b'c', -1), o.endswith((b'c',), None, None), o.endswith(b'b', 0, 2)",
    "o.endswith((b'x', b'bc'))",
    'o.startswith()',
    "o.startswith(b'a', 'b')",
    "o.removeprefix('a')",
    "o.removeprefix(b'ab'), o.removeprefix(b'x'), o.removeprefix(b''), o.removeprefix(b'abc')",
    'o.removesuffix(5)',
    "o.removesuffix(b'bc'), o.removesuffix(b'x'), o.removesuffix(b'')",
    "o.removeprefix(b'z') is o",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
