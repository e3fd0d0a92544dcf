from shared import Index, t

class Sub(bytes):
    def __repr__(self):
        return 'Sub:' + super().__repr__()


CASES = [
    'o.hex(), kind().hex(), kind(range(0, 256, 15)).hex()',
    "o.hex('')",
    "o.hex('ab')",
    'o.hex(5)',
    "o.hex('\\xe9')",
    "o.hex(b'')",
    "o.hex(':'), o.hex(b':', 2), o.hex(':', -2), o.hex(':', 0), o.hex(':', 100), kind(b'abcdefg').hex('-', 3), kind(b'abcdefg').hex('-', -3)",
    "o.hex(':', 'a')",
    "o.hex(sep=':', bytes_per_sep=2)",
    'o.hex(bytes_per_sep=2)',
    "o.hex(':', 2**40)",
    'o.hex(None)',
    "o.hex(b'\\xff')",
    "kind().hex(':')",
    'kind.fromhex(5)',
    "kind.fromhex('a')",
    "kind.fromhex('abc')",
    "kind.fromhex('ab c')",
    "kind.fromhex('ab cd'), kind.fromhex(''), kind.fromhex(' '), kind.fromhex('aBCd'), kind.fromhex('ab ')",
    "kind.fromhex('a b')",
    "kind.fromhex('zz')",
    "kind.fromhex('ab zz')",
    "kind.fromhex('ab\\xe9')",
    "kind.fromhex('ab\\x00')",
    "kind.fromhex(b'abcd'), kind.fromhex(bytearray(b'ab'))",
    "kind.fromhex(b'abc')",
    "kind.fromhex(b'ab\\xff')",
    "kind.fromhex(memoryview(b'abab')[::2])",
    'kind.fromhex(None)',
    "kind.fromhex(' ab\\n\\tcd\\v\\f\\r')",
    "kind.fromhex('ab\\x1c')",
    "kind.fromhex('ab  f')",
    "Sub.fromhex('abcd').__class__.__name__, Sub.fromhex('abcd')",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
