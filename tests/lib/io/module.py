import io

print(io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.open is open)
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), io.BlockingIOError is BlockingIOError)
print(repr(io.UnsupportedOperation('x')), io.UnsupportedOperation.__name__, io.UnsupportedOperation.__module__)
for stream in io.BytesIO(), io.StringIO(), open('/dev/null'), open('/dev/null', 'rb'), open('/dev/null', 'rb', 0):
    print([isinstance(stream, base) for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)])
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print([decoder.decode(part) for part in ('a\r', '\nb\r', 'c\n')], decoder.decode('\r', final=True), decoder.newlines)


class Both(io.RawIOBase):
    def readable(self):
        return True

    writable = readable

    def readinto(self, target):
        target[:2] = b'ab'
        return 2

    def write(self, data):
        print('written', bytes(data))
        return len(data)


pair = io.BufferedRWPair(Both(), Both())
print(pair.read(3), pair.write(b'xyz'), pair.readable(), pair.writable(), pair.seekable(), pair.closed)
pair.close()
print(pair.closed)
