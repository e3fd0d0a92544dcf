from shared import Index, t

CASES = [
    'kind(b"\'"), kind(b\'"\'), kind(b"\'\\""), kind(b\'\')',
    'kind(b"\\n\\t\\r\\\\\\x00\\x1f\\x7f\\x80\\xff ~")',
    'str(kind(b"a\'b"))',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
