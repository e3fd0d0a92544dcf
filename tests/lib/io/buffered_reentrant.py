# A raw stream whose own code comes back to the buffered stream is refused.
import io


class Raw(io.RawIOBase):
    def __init__(self, reading=None, writing=None):
        self.reading, self.writing = reading, writing

    def readable(self):
        return True

    writable = seekable = readable

    def seek(self, position, whence=0):
        return 0

    def readinto(self, target):
        return self.reading(target)

    def write(self, data):
        return self.writing(data)


def show(function, *args):
    try:
        print(function.__name__, function(*args))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def again(target):
    for method, *args in ('read', 3), ('read',), ('read1', 2), ('readline',), ('readinto', bytearray(2)), ('peek',), ('close',):
        show(getattr(reader, method), *args)
    target[:3] = b'abc'
    return 3


for method, *args in ('read', 5), ('read1', 5), ('readline', 4), ('readinto', bytearray(5)), ('peek',):
    reader = io.BufferedReader(Raw(again), 10)
    show(getattr(reader, method), *args)


def write_again(data):
    for method, *args in ('write', b'inner'), ('flush',), ('close',), ('truncate', 0), ('seek', 0):
        show(getattr(writer, method), *args)
    print(bytes(data))
    return len(data)


writer = io.BufferedWriter(Raw(None, write_again), 4)
show(writer.write, b'abc')
show(writer.write, b'defghijk')
show(writer.flush)
random = writer = io.BufferedRandom(Raw(again, write_again), 4)
show(random.write, b'x')
reader = random
show(random.read, 1)
kept = []


def keep(target):
    kept.append(target)
    target[:2] = b'ab'
    return 2


reader = io.BufferedReader(Raw(keep), 4)
print(reader.read(1), reader.peek(), reader.read(3))
source = bytearray(b'data' * 5)


def resize(data):
    try:
        source.clear()
    except BufferError as error:
        print(error)
    return len(data)


writer = io.BufferedWriter(Raw(None, resize), 4)
print(writer.write(source), len(source))
