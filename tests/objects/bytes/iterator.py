from shared import Index, t

CASES = [
    'list(iter(o))',
    'type(iter(o)).__name__',
    'iter(o).__length_hint__()',
    'list(reversed(o))',
    'iter(o) is iter(o)',
    'iter(iter(o)).__next__()',
    '(lambda i: (i.__setstate__(2), list(i)))(iter(o))',
    '(lambda i: (i.__setstate__(-5), list(i)))(iter(o))',
    '(lambda i: (i.__setstate__(50), list(i)))(iter(o))',
    '(lambda i: (list(i), list(i)))(iter(o))',
    'next(iter(kind()))',
    'type(iter(o))()',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
