# How much a BufferedReader asks its raw stream for, and what it does with short answers.
import io


class Raw(io.RawIOBase):
    def __init__(self, data, most):
        self.data, self.most, self.log = data, most, []

    def readable(self):
        return True

    def readinto(self, target):
        count = min(len(target), self.most, len(self.data))
        self.log.append((len(target), count))
        target[:count], self.data = self.data[:count], self.data[count:]
        return count


data = b'first line\nsecond line, which is longer\n\nlast'
for most in 1, 3, 10, 100:
    for calls in ([('read', 4)] * 3, [('read', 25), ('read', 3)], [('read', 8), ('read', 16), ('read',)], [('readline',)] * 4, [('peek', 3), ('read1', 5), ('read1',)],
                  [('read1', 20), ('read1', 3), ('read1', 0)], [('readinto', bytearray(5)), ('readinto', bytearray(20))],
                  [('readinto1', bytearray(5)), ('readinto1', bytearray(20))], [('readline', 5), ('readlines',)], [('read', 0), ('read', 8), ('peek',)]):
        raw = Raw(data, most)
        reader = io.BufferedReader(raw, 8)
        print(most, [(name, getattr(reader, name)(*args)) for name, *args in calls], raw.log)
