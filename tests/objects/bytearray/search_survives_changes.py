# Searches whose arguments change the array: what they find is open, as CPython reads memory that it has freed here,
# but they come back, and the array is sound.
class Changes:
    def __init__(self, change, value):
        self.change, self.value = change, value

    def __index__(self):
        self.change()
        return self.value

    def __buffer__(self, flags):
        self.change()
        return memoryview(bytes([self.value % 256]) * 3)


CHANGES = [lambda b: b.clear(), lambda b: b.extend(b"G" * 50000), lambda b: b.__delitem__(slice(2, None)), lambda b: b.pop(), lambda b: b.__imul__(0)]
NAMES = "find rfind index rindex count __contains__ startswith endswith split rsplit strip lstrip rstrip partition rpartition".split()
done = 0
for change in CHANGES:
    for name in NAMES:
        for value in (0, 5, 104, 17):
            for arguments in ("x", "b'l', x", "b'l', 0, x", "b, 0, x", "(b'l', b, x), 0, 9"):
                b = bytearray(b"hello world, hello" * 300)
                x = Changes(lambda: change(b), value)
                try:
                    eval(f"b.{name}({arguments})")
                except (TypeError, ValueError, BufferError):
                    pass
                done += 1
                b.append(1)
                assert b[-1] == 1 and len(bytes(b)) == len(b)
print(done)
