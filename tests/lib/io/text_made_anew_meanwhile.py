# A buffer whose methods detach the text stream above it, or make that anew, while it is at work.
import io


class Below(io.BufferedIOBase):
    def __init__(self, when, act):
        self.when, self.act, self.armed = when, act, False

    def meanwhile(self, name):
        if self.armed and name == self.when:
            self.armed = False
            try:
                self.act(self.text)
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

    def seek(self, position, whence=0):
        self.meanwhile('seek')
        return 5

    def tell(self):
        self.meanwhile('tell')
        return 5

    def truncate(self, size=None):
        self.meanwhile('truncate')
        return 5


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
            below.text = io.TextIOWrapper(below, 'utf-8')
            try:
                below.text.read(2)
                below.text.write('xyz')
                below.armed = True
                use(below.text)
            except Exception:
                pass
            outcomes += 1
print(outcomes)
