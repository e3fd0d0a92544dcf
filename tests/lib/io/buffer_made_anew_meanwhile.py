# A raw stream whose methods make the buffer anew, or detach it, while it is at work.
import io
from shared import Meanwhile


class Raw(Meanwhile, io.RawIOBase):
    def readinto(self, room):
        self.meanwhile('readinto')
        room[:3] = b'a\nb'
        return 3

    def write(self, data):
        self.meanwhile('write')
        return min(3, len(data))


ACTS = [lambda b: b.__init__(), lambda b: b.detach(), lambda b: b.close(), lambda b: b.__init__(b.raw, 2), lambda b: b.__init__(5)]
USES = [lambda b: b.read(5), lambda b: b.read1(5), lambda b: b.readline(), lambda b: next(b), lambda b: b.readinto(bytearray(20)),
        lambda b: b.write(bytes(30)), lambda b: b.flush(), lambda b: b.seek(3), lambda b: b.seek(1, 1), lambda b: b.tell(),
        lambda b: b.truncate(), lambda b: b.peek(2), lambda b: b.readlines(9), lambda b: b.close(), lambda b: b.read()]
outcomes = 0
for when in 'readable', 'writable', 'seekable', 'readinto', 'write', 'seek', 'tell', 'truncate':
    for act in ACTS:
        for use in USES[:-1] if when != 'readinto' else USES[:-2]:
            raw = Raw(when, act)
            raw.above = io.BufferedRandom(raw, 8)
            if use is not USES[-1]:
                raw.above.read(2)
            raw.above.write(b'xyz')
            raw.armed = True
            try:
                use(raw.above)
            except Exception:
                pass
            outcomes += 1
print(outcomes)
