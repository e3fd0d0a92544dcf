# += of a subclass of a mutable sequence is the inherited one, even when the right operand has __radd__.
from array import array
from collections import deque

class Right:
    def __radd__(self, other):
        return 'radd'

    def __iter__(self):
        return iter([1])

    def __buffer__(self, flags):
        return memoryview(b'q')

for base, start in (list, [0]), (bytearray, b'a'), (deque, [0]):
    for kind in base, type('Sub', (base,), {}), type('Declining', (base,), {'__iadd__': lambda self, other: NotImplemented}):
        value = kind(start)
        value += Right()
        print(kind.__name__, value)
for kind in array, type('Sub', (array,), {}):
    value = kind('b', [1])
    try:
        value += Right()
    except TypeError as e:
        value = e
    print(kind.__name__, value)
