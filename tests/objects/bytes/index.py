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
    'o[0], o[-1]',
    'o[10]',
    'o[-4]',
    "o['a']",
    'o[2**70]',
    'o[1.5]',
    'o[None]',
    'o[True]',
    'o[Index(1)]',
    'o[::0]',
    'o[(1,)]',
    'o[...]',
    "o['a':]",
    'o[:2**80]',
    'o[-2**80:]',
    'o[1:]',
    'o[::-1]',
    'o[::-2]',
    'o[5:]',
    'o[2:1]',
    'o[1:2] is o',
    'o[:] is o',
    "o.__getitem__('a')",
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
