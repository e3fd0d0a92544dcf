from shared import Index, t

CASES = [
    "o.strip('a')",
    'o.strip(5)',
    "o.strip(None), o.strip(b'a'), o.strip(b'abc'), o.lstrip(b'ba'), o.rstrip(b'cb'), o.strip(b'')",
    "kind(b' \\t\\n\\r\\x0b\\x0ca \\x00').strip(), kind(b' a ').lstrip(), kind(b' a ').rstrip()",
    "o.strip(memoryview(b'a'))",
    'o.strip() is o',
    'o.strip(1, 2)',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
