from shared import Index, t

CASES = [
    "o.decode(), o.decode('ascii'), o.decode(errors='ignore')",
    'o.decode(5)',
    "o.decode('nope')",
    "o.decode('utf-8', 5)",
    "kind(b'\\xff').decode()",
    "kind(b'a\\xff').decode('ascii', 'replace')",
    "kind(b'\\xc3\\xa9').decode('utf-8'), kind(b'\\xe9').decode('latin-1')",
    "o.decode('utf\\x008')",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
