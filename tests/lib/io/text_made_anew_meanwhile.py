# A buffer whose methods detach the text stream above it, or make that anew, while it is at work.
import io
from shared import Meanwhile


class Below(Meanwhile, io.BufferedIOBase):
    def read1(self, size=-1):
        self.meanwhile('read')
        return b'a\nb\xc3\xa9c'

    def read(self, size=-1):
        self.meanwhile('read')
        return b'a\nb\xc3\xa9c'

    def write(self, data):
        self.meanwhile('write')
        return len(data)

    def flush(self):
        self.meanwhile('flush')


ACTS = [lambda t: t.__init__(), lambda t: t.detach(), lambda t: t.close(), lambda t: t.__init__(t.buffer, 'utf-16'), lambda t: t.__init__(5),
        lambda t: t.reconfigure(encoding='utf-16'), lambda t: t.write('x' * 9000), lambda t: t.read(3)]
USES = [lambda t: t.read(5), lambda t: t.readline(), lambda t: next(t), lambda t: t.write('y' * 20000), lambda t: t.flush(), lambda t: t.seek(3),
        lambda t: t.seek(0, 2), lambda t: t.tell(), lambda t: t.truncate(), lambda t: t.readlines(9), lambda t: t.seek(1 << 70 | 5),
        lambda t: t.seek(0, 1), lambda t: t.reconfigure(newline=''), lambda t: t.__init__(t.buffer, 'utf-16'), lambda t: t.close()]
outcomes = 0
for when in 'readable', 'writable', 'seekable', 'read', 'write', 'flush', 'seek', 'tell', 'truncate':
    for act in ACTS:
        for use in USES:
            below = Below(when, act)
            below.above = io.TextIOWrapper(below, 'utf-8')
            try:
                below.above.read(2)
                below.above.write('xyz')
                below.armed = True
                use(below.above)
            except Exception:
                pass
            outcomes += 1
print(outcomes)
