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
