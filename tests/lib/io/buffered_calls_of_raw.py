# What buffered readers and writers ask of a raw stream written in Python, call by call.
import io
import itertools


class Raw(io.RawIOBase):
    def __init__(self):
        self.data, self.place, self.log = b'abc\ndef\n', 0, []

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, b):
        part = self.data[self.place:self.place + len(b)]
        b[:len(part)] = part
        self.place += len(part)
        self.log.append(('readinto', len(b)))
        return len(part)

    def write(self, b):
        self.log.append(('write', bytes(b)))
        self.place += len(b)
        return len(b)

    def seek(self, offset, whence=0):
        self.log.append(('seek', offset, whence))
        self.place = {0: 0, 1: self.place, 2: len(self.data)}[whence] + offset
        return self.place

    def tell(self):
        self.log.append('tell')
        return self.place

    def truncate(self, size=None):
        self.log.append(('truncate', size))
        return size


READS = ['read(2)', 'read(5)', 'readline()', 'peek()', 'seek(1)', 'seek(1, 1)', 'seek(-1, 2)', 'tell()', 'read1(3)',
         'readinto(bytearray(6))', 'read()']
WRITES = ["write(b'ab')", "write(b'abcdef')", 'flush()', 'seek(0)', 'tell()', 'truncate(1)']
for kind, steps in (io.BufferedReader, READS), (io.BufferedWriter, WRITES):
    for pair in itertools.product(steps, repeat=2):
        raw = Raw()
        f = kind(raw, 4)
        for step in pair:
            raw.log.append(eval('f.' + step))
        print(pair, raw.log)
f = io.BufferedRandom(Raw(), 4)
print(f.read(1), f.peek(), f.read(3), f.tell())
