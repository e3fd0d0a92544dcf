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
