from shared import Index, t

class WithBytes:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return self.value


class WithBoth:
    def __index__(self):
        raise TypeError

    def __iter__(self):
        return iter([1, 2])


CASES = [
    'kind()',
    'kind(5)',
    'kind(-1)',
    'kind(Index(3))',
    'kind(Index(-3))',
    'kind(1.5)',
    "kind('a')",
    "kind('a', 'ascii')",
    "kind('a', 5)",
    "kind('a', 'ascii', 5)",
    "kind(5, 'ascii')",
    "kind(b'a', 'ascii')",
    "kind(encoding='a')",
    "kind(errors='a')",
    'kind([256])',
    'kind([-1])',
    "kind(['a'])",
    'kind([1.5])',
    'kind([2**70])',
    'kind((1, 2))',
    'kind({1, 2})',
    'kind(range(3))',
    'kind(iter([1, 2]))',
    'kind(2**70)',
    'kind(None)',
    'kind(object())',
    'kind(source=5)',
    "kind(5, errors='x')",
    "kind('\\xe9', 'ascii')",
    "kind('\\xe9', 'ascii', 'ignore')",
    "kind('a', 'nope')",
    "kind('\\ud800', 'utf-8')",
    'kind(1, 2, 3, 4)',
    "kind(memoryview(b'abcd')[::2])",
    "kind(memoryview(b'abcd').cast('H'))",
    'kind(x=5)',
    "kind('a', errors='strict')",
    'kind(type)',
    'kind(True)',
    'kind(o)',
    'kind(o) is o',
    "kind(WithBytes(b'x'))",
    'kind(WithBytes(5))',
    'kind(WithBoth())',
]

for kind in bytes, bytearray:
    for case in CASES:
        o = kind(b'abc')
        t(case)
