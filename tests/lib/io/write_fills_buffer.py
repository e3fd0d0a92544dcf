# What is as large as the buffer goes to the raw stream at once; what fills it up waits for the next write.
import io

class Raw(io.RawIOBase):
    def writable(self): return True
    def write(self, data):
        print('raw', bytes(data))
        return len(data)

for size in 1, 2, 4:
    stream = io.BufferedWriter(Raw(), size)
    for data in b'a', b'b', b'ab', b'abcd', b'a', b'abc', b'abcde', b'', b'a', b'abcdefgh', b'ab', b'ab', b'ab':
        print(size, data, stream.write(data))
    stream.close()
