# What a map says to indices it does not take, to deletion, and to parts to flush that do not lie within it.
import mmap

m = mmap.mmap(-1, 8)


def show(function, *args):
    try:
        print(args, function(*args))
    except Exception as e:
        print(args, type(e).__name__, e)


for key in 0, 100, 2 ** 70, None, 'a', slice(1, 2), 1.5:
    show(m.__delitem__, key)
    show(m.__setitem__, key, 3)
    show(m.__getitem__, key)
for byte in 256, -1, 2 ** 70, 'a', 65:
    show(m.write_byte, byte)
for args in (1,), (-1,), (0, 9), (0, -1), ('a',), (9,):
    show(m.flush, *args)
