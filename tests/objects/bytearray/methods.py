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
    "o.append('a')",
    'o.append(300)',
    'o.append(2**70)',
    'o.append()',
    'o.append(Index(5)) or o',
    'o.extend(5)',
    "o.extend('abc')",
    "o.extend('')",
    "o.extend([1, 'a'])",
    'o',
    'o.extend([300])',
    'o.extend(None)',
    'o.extend([1.5])',
    'o.extend(o) or o',
    'o.extend(iter([1, 2])) or o',
    "o.extend(memoryview(b'abcd')[::2]) or o",
    "o.extend(x for x in b'xy') or o",
    "o.insert('a', 1)",
    'o.insert(0, 300)',
    "o.insert(0, 'a')",
    'o.insert(1, 120) or o',
    'o.insert(100, 120) or o',
    'o.insert(-1, 120) or o',
    'o.insert(-100, 120) or o',
    "o.pop('a')",
    'o.pop(100)',
    'o.pop(-100)',
    '(o.pop(), o)',
    '(o.pop(0), o)',
    '(o.pop(-2), o)',
    'bytearray().pop()',
    'bytearray().pop(0)',
    'o.remove(300)',
    'o.remove(250)',
    "o.remove('a')",
    "o.remove(b'a')",
    'o.remove(98) or o',
    'o.resize(-1)',
    "o.resize('a')",
    'o.resize(1.5)',
    'o.resize(5) or o',
    'o.resize(1) or o',
    'o.resize(0) or o',
    'o.clear() or o',
    'o.copy() is o, o.copy()',
    'o.reverse() or o',
    'bytearray(range(40)).reverse()',
    '(lambda b: (b.reverse(), b))(bytearray(range(40)))',
    'o.__alloc__(1)',
    "o.__init__(b'xyz') or o",
    "o.__init__('x') or o",
    'o.__init__() or o',
    'o.__imul__(-1)',
    'o.__imul__(3)',
    "o.__iadd__(b'x')",
    'o.__iadd__(5)',
    "o.__iadd__('x')",
    "o.__iadd__(memoryview(b'abc')[::2])",
    'o.__iadd__(o)',
    'hash(o)',
    'o.__reduce__()',
    'o.__reduce_ex__(2)',
    'o.__reduce_ex__(3)',
    'bytearray().__reduce__()',
]

for case in CASES:
    o = bytearray(b'abc')
    t(case)
