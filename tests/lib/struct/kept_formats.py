# Formats are found again by value: str and bytes, and what cannot be looked up is refused as a key.
import struct
for i in range(300):
    assert struct.calcsize('%dB' % i) == i == struct.calcsize(b'%dB' % i)
print(struct.calcsize(b'3h'), struct.calcsize(memoryview(b'3h')), struct.calcsize('3h'))
for form in bytearray(b'h'), [], 5, None, memoryview(b'never seen'), 'é', 'h\0', b'h\xe9':
    for function in struct.calcsize, struct.pack, struct.Struct:
        try:
            print(function(form))
        except Exception as error:
            print(function.__name__, type(error).__name__, error)
struct._clearcache()
print(struct.calcsize('3h'), struct.pack.__module__, struct.pack.__name__, struct.__name__)
for call in 'struct.pack(fmt="h")', 'struct.pack()', 'struct.pack_into(buffer=1)', 'struct.Struct("h").pack(x=1)', 'struct.Struct("h").pack_into(x=1)':
    try:
        print(eval(call))
    except TypeError as error:
        print(error)
