def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from array import array
from io import BytesIO

stream, target = BytesIO(b'abcdef'), bytearray(4)
show('bytearray', lambda: (stream.readinto(target), target, stream.readinto(target), target, stream.readinto(target)))
numbers = array('i', [0, 0])
show('array', lambda: (BytesIO(b'\1\0\0\0\2\0\0\0').readinto(numbers), numbers))
part = memoryview(bytearray(8))[2:5]
show('view', lambda: (BytesIO(b'xyz123').readinto(part), part.obj))
for target in b'abc', 'abc', 5, memoryview(bytearray(8))[::2]:
    show(type(target).__name__, lambda: BytesIO(b'a').readinto(target))
