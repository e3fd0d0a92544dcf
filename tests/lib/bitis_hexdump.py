# Each kind of buffer, parts of it, other widths; repeated lines are squeezed.
import array
import bitis

data = bytearray(range(40)) + bytes(64) + b'the end'
bitis.hexdump(data)
bitis.hexdump(memoryview(data)[4:20:2], 8)
bitis.hexdump(array.array('H', [1, 2, 3]), start=2)
bitis.hexdump(b'abcdefghij', 4, -6, base=0x1000)
bitis.hexdump(bytes(48), squeeze=False)
bitis.hexdump(memoryview(b'abcdef').cast('B', [2, 3]), color=False)
bitis.hexdump(b'a\x00\xff', color=True)
bitis.hexdump(b'')
try:
    bitis.hexdump(b'a', 0)
except ValueError as error:
    print(error)
try:
    bitis.hexdump('text')
except TypeError as error:
    print(error)
