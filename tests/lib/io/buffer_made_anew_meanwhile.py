# A raw stream whose methods make the buffer anew, or detach it, while it is at work.
import io


class Raw(io.RawIOBase):
    def __init__(self, when, act):
        self.when, self.act, self.armed = when, act, False

    def meanwhile(self, name):
        if self.armed and name == self.when:
            self.armed = False
            try:
                self.act(self.buffer)
            except Exception:
                pass

    def readable(self):
        self.meanwhile('readable')
        return True

    def writable(self):
        self.meanwhile('writable')
        return True

    def seekable(self):
        self.meanwhile('seekable')
        return True

    def readinto(self, room):
        self.meanwhile('readinto')
        room[:3] = b'a\nb'
        return 3

    def write(self, data):
        self.meanwhile('write')
        return min(3, len(data))

    def seek(self, position, whence=0):
        self.meanwhile('seek')
        return 5

    def tell(self):
        self.meanwhile('tell')
        return 5

    def truncate(self, size=None):
        self.meanwhile('truncate')
        return 5


ACTS = [lambda b: b.__init__(), lambda b: b.detach(), lambda b: b.close(), lambda b: b.__init__(b.raw, 2), lambda b: b.__init__(5)]
USES = [lambda b: b.read(5), lambda b: b.read1(5), lambda b: b.readline(), lambda b: next(b), lambda b: b.readinto(bytearray(20)),
        lambda b: b.write(bytes(30)), lambda b: b.flush(), lambda b: b.seek(3), lambda b: b.seek(1, 1), lambda b: b.tell(),
        lambda b: b.truncate(), lambda b: b.peek(2), lambda b: b.readlines(9), lambda b: b.close(), lambda b: b.read()]
outcomes = 0
for when in 'readable', 'writable', 'seekable', 'readinto', 'write', 'seek', 'tell', 'truncate':
    for act in ACTS:
        for use in USES[:-1] if when != 'readinto' else USES[:-2]:
            raw = Raw(when, act)
            raw.buffer = io.BufferedRandom(raw, 8)
            if use is not USES[-1]:
                raw.buffer.read(2)
            raw.buffer.write(b'xyz')
            raw.armed = True
            try:
                use(raw.buffer)
            except Exception:
                pass
            outcomes += 1
print(outcomes)
