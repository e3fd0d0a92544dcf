from shared import Index, t

CASES = [
    "o.split('a')",
    "o.split(b'')",
    'o.split(5)',
    "o.split(b'b', maxsplit='a')",
    'o.split(None, 0)',
    'o.split(maxsplit=1.0)',
    "o.rsplit(b'')",
    "kind(b'  a  b  c ').split(), kind(b'  a  b  c ').split(None, 1), kind(b'  a  b  c ').split(None, 0)",
    "kind(b'  a  b  c ').rsplit(), kind(b'  a  b  c ').rsplit(None, 1), kind(b'  a  b  c ').rsplit(None, 0)",
    "kind(b'a,b,c').split(b','), kind(b'a,b,c').split(b',', 1), kind(b'a,b,c').split(b',', 0), kind(b'a,b,c').split(b',', -5)",
    "kind(b'a,b,c').rsplit(b','), kind(b'a,b,c').rsplit(b',', 1), kind(b',a,').rsplit(b',')",
    "kind(b'a<>b<>c').split(b'<>'), kind(b'a<>b<>c').rsplit(b'<>', 1)",
    "kind(b'').split(), kind(b'').split(b','), kind(b' ').split()",
    "kind(b'\\x1c \\x0b a').split()",
    "o.split(b'a', 1, 2)",
    'o.split(foo=1)',
    "o.split(b'z')[0] is o, o.split()[0] is o",
    "o.partition('a')",
    "o.partition(b'')",
    'o.partition(5)',
    "o.partition(b'z'), o.partition(b'b'), o.rpartition(b'z'), o.rpartition(b'b')",
    "kind(b'abab').partition(b'ab'), kind(b'abab').rpartition(b'ab')",
    "o.partition(b'z')[0] is o",
    "o.partition(bytearray(b'b')), o.partition(memoryview(b'b'))[::2]",
    "kind(b'a\\nb\\r\\nc\\rd\\x0be\\n').splitlines(), kind(b'a\\nb\\r\\nc\\rd\\x0be\\n').splitlines(keepends=True)",
    "kind(b'').splitlines(), kind(b'\\n').splitlines(), kind(b'\\r\\n\\r').splitlines(1), kind(b'a\\n\\rb').splitlines()",
    "o.splitlines('a')",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
