# A Struct that gets another format while its methods run goes on with the one it had. CPython mixes the two, and reads and writes
# memory that is not its own.
import struct

class Changes:
    def __init__(self, form):
        self.form = form
    def __index__(self):
        s.__init__(self.form)
        return 1

s = struct.Struct('<hh')
print(s.pack(Changes('<100s'), 2), s.format)
s = struct.Struct('<hh')
target = bytearray(6)
s.pack_into(target, Changes('<50q'), 1, 2)
print(target, s.size)
s = struct.Struct('<hh')
rows = s.iter_unpack(bytes(range(8)))
print(next(rows))
s.__init__('>1000q')
print(rows.__length_hint__(), list(rows), s.format)
target = bytearray(b'abcd')
struct.pack_into('4s', target, 0, target)
print(target)
