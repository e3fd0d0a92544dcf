import array
import copy
import io

for stream, state in (io.BytesIO(), (b'abc', 1, None)), (io.StringIO(), ('abc', '', 1, None)):
    stream.__setstate__(state)
    print(stream.getvalue(), stream.tell())
    for wrong in 5, (None,) + state[1:], state[:-2] + (-1, None):
        try:
            print(stream.__setstate__(wrong))
        except Exception as error:
            print(type(error).__name__, error)
    made = type(stream).__new__(type(stream))
    made.__setstate__(state)
    print(made.getvalue(), made.tell())
    stream.close()
    for wrong in state, 5:
        try:
            stream.__setstate__(wrong)
        except Exception as error:
            print(type(error).__name__, error)
    print(stream.closed)

# What pickle writes for an array is found again by its name.
print(array.array('h', [1]).__reduce_ex__(3)[0] is array._array_reconstructor)
print(copy.copy(array.array('h', [1, 2])))
