import io
from shared import Source, show


class Sink(io.RawIOBase):
    def __init__(self, most=4):
        self.data, self.most = b'', most

    def writable(self):
        return True

    def write(self, data):
        part = bytes(data[:self.most])
        self.data += part
        return len(part)


print(Source(b'hello world').read(), Source(b'hello world').read(3), Source(b'hello world').readall())
print(list(Source(b'a\nbb\nccc')), Source(b'a\nbb\nccc').readline(), Source(b'a\nbb\nccc').readlines())
stream = io.BufferedReader(Source(b'0123456789' * 3), 8)
print(stream.read(3), stream.peek()[:2], stream.read(10), stream.read1(), stream.read1(3), stream.read(), stream.read())
stream = io.BufferedReader(Source(b'ab\ncd\nef\n'), 4)
print(stream.readline(), stream.readline(1), stream.readline(), stream.readlines())
target = bytearray(10)
stream = io.BufferedReader(Source(b'abcdef'), 4)
print(stream.readinto(target), target, stream.readinto(target))
sink = Sink()
stream = io.BufferedWriter(sink, 8)
print(stream.write(b'abc'), sink.data, stream.write(b'defghij'), stream.flush(), sink.data)
print(stream.write(b'x' * 20), stream.flush(), sink.data)
print(stream.close(), sink.closed, stream.closed)
show('not readable', lambda: io.BufferedReader(Sink()))
show('not writable', lambda: io.BufferedWriter(Source(b'')))
show('not seekable', lambda: io.BufferedRandom(Source(b'')))
show('size', lambda: io.BufferedReader(Source(b''), 0))
