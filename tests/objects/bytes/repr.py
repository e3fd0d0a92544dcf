def t(text):
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


CASES = [
    'kind(b"\'"), kind(b\'"\'), kind(b"\'\\""), kind(b\'\')',
    'kind(b"\\n\\t\\r\\\\\\x00\\x1f\\x7f\\x80\\xff ~")',
    'str(kind(b"a\'b"))',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
