# The abstract classes of io: what is registered with them, and deriving from them.
import io

streams = [io.FileIO, io.BytesIO, io.StringIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.TextIOWrapper]
for base in io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase, io.Reader, io.Writer:
    print(base.__name__, type(base).__name__, [c.__name__ for c in base.__mro__], [issubclass(c, base) for c in streams])
print([[c.__name__ for c in stream.__mro__] for stream in streams])


class Mine:
    def read(self, size=-1):
        return b''


io.RawIOBase.register(Mine)
print(isinstance(Mine(), io.RawIOBase), isinstance(Mine(), io.IOBase), isinstance(Mine(), io.TextIOBase))
print(isinstance(Mine(), io.Reader), isinstance(Mine(), io.Writer), io.Reader[bytes], io.Writer[str])


class NoReader:
    read = None


print(isinstance(NoReader(), io.Reader))
try:
    io.Reader()
except TypeError as error:
    print(error)


class Upper(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, text):
        self.parts.append(text.upper())
        return len(text)


upper = Upper()
print('shout', 1, file=upper)
upper.writelines(['a', 'b'])
print(upper.parts, upper.readable(), upper.seekable(), upper.encoding, upper.closed)
for method, *args in ('read',), ('readline',), ('detach',), ('fileno',), ('seek', 0), ('tell',), ('truncate',):
    try:
        getattr(upper, method)(*args)
    except OSError as error:
        print(method, type(error), error)
with upper:
    pass
for function in lambda: upper.writelines([]), lambda: upper.flush(), lambda: upper.__enter__(), lambda: iter(upper), upper.isatty:
    try:
        print(function())
    except ValueError as error:
        print(error)


class Zeros(io.RawIOBase):
    def __init__(self, size):
        self.left = size

    def readable(self):
        return True

    def readinto(self, target):
        count = min(len(target), self.left)
        target[:count] = bytes(count)
        self.left -= count
        return count


print(Zeros(5).read(3), Zeros(5).read(), Zeros(5).readall(), io.BufferedReader(Zeros(5), 2).read(), Zeros(3).readline(), Zeros(3).readlines())
print(io.BufferedReader(Zeros(5)).peek(1), list(Zeros(2)), io.TextIOWrapper(io.BufferedReader(Zeros(4))).read())


class Countdown(io.BufferedIOBase):
    def __init__(self, lines):
        self.lines = [b'%d\n' % n for n in range(lines, 0, -1)]

    def readable(self):
        return True

    def read(self, size=-1):
        return self.lines.pop(0) if self.lines else b''

    read1 = read


print(io.TextIOWrapper(Countdown(3)).readlines(), Countdown(2).readinto(bytearray(5)), Countdown(2).readinto1(bytearray(5)))
try:
    Countdown(2).readinto(bytearray(1))
except ValueError as error:
    print(error)
