# A buffer for writing that is made anew again and again is finalized once.
import gc
import io


class Raw(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        written.append(bytes(data))
        return len(data)


written = []
for round in range(10):
    keep = []
    for i in range(20):
        buffer = io.BufferedWriter(Raw())
        for again in range(3):
            buffer.__init__(Raw())
        buffer.write(b'%d' % i)
        keep.append(buffer)
    room = [[n] for n in range(2000)]
    del keep, buffer, room
    gc.collect()
print(len(written) <= 1000, len(set(written)))
