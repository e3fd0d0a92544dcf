# The flags of buffer requests by name.
import inspect
for f in inspect.BufferFlags: print(f, repr(f), int(f), f.name)
for n,v in inspect.BufferFlags.__members__.items(): print(n, repr(v), v.value)
for i in (0,1,8,9,0x18,0x11c,0x1d,284,3,0x400,-1): print(i, repr(inspect.BufferFlags(i)))
print(inspect.BufferFlags.__module__, inspect.BufferFlags.__mro__)
class C:
    def __buffer__(self, flags):
        flags = inspect.BufferFlags(flags); print(repr(flags), inspect.BufferFlags.WRITABLE in flags, flags & inspect.BufferFlags.FORMAT)
        return memoryview(bytearray(3))
memoryview(C()); bytes(C()); b''.join([C()])
C().__buffer__(inspect.BufferFlags.FULL)
print(b'a'.__buffer__(inspect.BufferFlags.SIMPLE).tobytes())
try: b'a'.__buffer__(inspect.BufferFlags.FULL)
except BufferError as e: print(e)
