from shared import Index, t

CASES = [
    "o.replace('a', b'')",
    "o.replace(b'a', 'b')",
    "o.replace(b'a')",
    "o.replace(b'a', b'b', 'c')",
    "o.replace(b'', b'-'), o.replace(b'', b'-', 2), o.replace(b'', b'', 5), kind().replace(b'', b'x')",
    "o.replace(5, b'')",
    "o.replace(b'a', b'b', -1), o.replace(b'a', b'b', 0), o.replace(b'a', b''), o.replace(b'abc', b'xyz'), o.replace(b'b', b'BBB')",
    "kind(b'aaaa').replace(b'a', b'b', 2), kind(b'aaaa').replace(b'aa', b'b'), kind(b'aaaa').replace(b'a', b'bb', 3)",
    "o.replace(b'z', b'y') is o",
    "o.translate('a')",
    "o.translate(b'a')",
    "o.translate(None), o.translate(None, b'a'), o.translate(None, delete=b'ab')",
    "o.translate(None, 'a')",
    'o.translate(5)',
    "o.translate(kind.maketrans(b'ab', b'xy')), o.translate(kind.maketrans(b'ab', b'xy'), b'c')",
    'o.translate(None) is o',
    "o.maketrans(b'a', b'bc')",
    "o.maketrans('a', 'b')",
    "o.maketrans(b'a')",
    "kind.maketrans(b'aa', b'xy')[96:100]",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
