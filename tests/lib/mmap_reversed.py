# A map gives bytes of one byte, forwards and backwards.
import mmap

with mmap.mmap(-1, 4) as data:
    data[:] = b'abcd'
    print(list(data), list(reversed(data)), data[-1], [*reversed(data)][1:])
    backwards = reversed(data)
    print(next(backwards), next(backwards), list(backwards), next(backwards, 'end'))
