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
    "o + 'a'",
    'o + 5',
    'o + None',
    "'a' + o",
    '5 + o',
    "o + b'd', o + bytearray(b'd'), b'' + o, o + b''",
    "o + memoryview(b'xx')",
    "o + memoryview(b'xxx')[::2]",
    "memoryview(b'xx') + o",
    'o * 2, 2 * o, o * 0, o * -1, o * True',
    "o * 'a'",
    'o * 1.5',
    'o * 2**70',
    'o * Index(2)',
    "'a' in o",
    '300 in o',
    '-1 in o',
    'None in o',
    '1.5 in o',
    '2**70 in o',
    '98 in o, 100 in o, Index(97) in o',
    "b'b' in o, b'bc' in o, b'' in o, b'ac' in o, memoryview(b'b') in o",
    'o < 5',
    "o < 'a'",
    "o == 'abc', o != 'abc'",
    "o == b'abc', o == bytearray(b'abc'), o != b'abd'",
    "o == memoryview(b'abc'), o == memoryview(b'abcd')[::2]",
    "o < b'abd', o <= b'abc', o > b'ab', o >= b'abcd'",
    "o < memoryview(b'abd')",
    'o @ o',
    '-o',
    'o % 5',
    'o % ()',
    'o % {}',
    "kind(b'%d-%s') % (5, b'x')",
    'o.__add__(5)',
    'o.__rmul__(2)',
    'o.__lt__(5)',
    "o.__contains__('a')",
    'o.__len__(1)',
    'o.__rmod__(5)',
    'str(o)',
    "format(o, 'x')",
    'len(o), bool(o), bool(kind())',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
