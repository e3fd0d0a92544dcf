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


from array import array as A

CASES = [
    'A()',
    'A(5)',
    "A('z')",
    "A('ii')",
    "A('')",
    "A('i', 5)",
    "A('i', 'ab')",
    "A('i', b'abc')",
    "A('i', b'abcd')",
    "A('i', bytearray(b'abcd'))",
    "A('i', memoryview(b'abcd'))",
    "A('i', [1], 2)",
    "A('i', x=1)",
    "A('i', A('B', [1, 2])), A('d', A('i', [1, 2])), A('w', A('w', 'ab'))",
    "A('i', A('d', [1, 2]))",
    "A('i', A('w', 'ab'))",
    "A('w', A('B', b'ab'))",
    "A('w', 'a\\xe9\\U0001f600'), A('w', ['a'])",
    "A('w', [1])",
    "A('w', ['ab'])",
    "A('i', {1}), A('i', iter([1, 2])), A('i', (x for x in (1, 2))), A('i', range(3)), A('i', b'')",
    "A('i', None)",
    "A('i', [1.5])",
    "A('i', ['a'])",
    "A('b', [128])",
    "A('b', [-129])",
    "A('B', [256])",
    "A('B', [-1])",
    "A('h', [40000])",
    "A('h', [-40000])",
    "A('H', [70000])",
    "A('H', [-1])",
    "A('I', [-1])",
    "A('L', [-1])",
    "A('q', [2**63])",
    "A('Q', [2**64])",
    "A('Q', [-1])",
    "A('f', ['a'])",
    "A('f', [1e40]), A('d', [1]), A('i', [Index(5), True])",
    "A('d', [10**400])",
    "A(b'i')",
    "A(typecode='i')",
    "A('B', 'ab')",
    "A('i', bytes)",
    'A.__module__, A.__name__, A.__qualname__, A',
    "hash(A('i'))",
]

for case in CASES:
    pass
    t(case)
