from shared import Index, t

CASES = [
    "o.ljust(5, 'a')",
    "o.ljust(5, b'aa')",
    'o.ljust(5, 5)',
    "o.ljust('a')",
    "o.ljust(5, bytearray(b'x')), o.ljust(2), o.ljust(5)",
    "o.ljust(5, memoryview(b'x'))",
    "o.center(6, b'-'), o.center(7, b'-'), o.center(8, b'-'), kind(b'ab').center(5, b'-'), kind(b'ab').center(6)",
    'o.rjust(5), o.rjust(-5)',
    "o.rjust(5, b'')",
    "o.zfill('a')",
    "o.zfill(6), kind(b'-1').zfill(6), kind(b'+').zfill(6), kind().zfill(2), o.zfill(1)",
    'o.ljust(1) is o, o.zfill(1) is o',
    "o.expandtabs('a')",
    'o.expandtabs(-1), o.expandtabs()',
    "kind(b'a\\tb\\n\\tc\\r\\t').expandtabs(4), kind(b'a\\tb').expandtabs(0), kind(b'a\\t\\tb').expandtabs()",
    'o.expandtabs(tabsize=2**40)',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
