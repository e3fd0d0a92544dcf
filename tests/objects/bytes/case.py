from shared import Index, t

CASES = [
    "kind(b'hello world').title(), kind(b'hello World').capitalize(), kind(b'hello World').swapcase()",
    'kind(b"they\'re 3rd x").title()',
    "kind(b'aZ\\xe9[`{@').upper(), kind(b'aZ\\xc9[`{@').lower(), kind(b'').capitalize()",
    "kind(b'A1').isupper(), kind(b'1').isupper(), kind(b'Aa').isupper(), kind(b'a1').islower(), kind(b'').islower()",
    "kind(b'Ab Cd').istitle(), kind(b'Ab CD').istitle(), kind(b'1').istitle(), kind(b'aB').istitle(), kind(b'A1b').istitle(), kind(b'A1B').istitle()",
    "kind(b'').isascii(), kind(b'abc' * 9).isascii(), kind(b'abc' * 9 + b'\\x80').isascii()",
    "kind(b'').isalnum(), kind(b'a1').isalnum(), kind(b'a-').isalnum(), kind(b'ab').isalpha(), kind(b'a1').isalpha(), kind(b'12').isdigit(), kind(b'\\xb2').isdigit()",
    "kind(b'\\t\\n\\x0b\\x0c\\r ').isspace(), kind(b'\\x1c').isspace(), kind(b'').isspace()",
    'o.lower(1)',
    'o.upper() is o, o.lower() is o',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
