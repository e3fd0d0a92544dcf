# Streams and functions that several tests use.
import io


def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


METHODS = [('read', ()), ('read', (0,)), ('read1', ()), ('readinto', (bytearray(2),)), ('readinto1', (bytearray(2),)), ('readall', ()),
           ('peek', ()), ('readline', ()), ('readlines', ()), ('write', (b'x',)), ('write', ('x',)), ('writelines', ([b'x'],)),
           ('writelines', ([],)), ('seek', (0,)), ('tell', ()), ('truncate', ()), ('truncate', (1,)), ('flush', ()), ('fileno', ()),
           ('isatty', ()), ('readable', ()), ('writable', ()), ('seekable', ()), ('__enter__', ()), ('__next__', ()), ('detach', ()),
           ('getvalue', ()), ('getbuffer', ()), ('close', ())]


def call(stream, method, arguments):
    result = getattr(stream, method)(*arguments)
    return 'itself' if result is stream else result


def check(stream):
    print(type(stream).__name__)
    for method, arguments in METHODS:
        if hasattr(stream, method):
            show(f'{method}{arguments}', lambda: call(stream, method, arguments))
    print(stream.closed)


def check_closed(stream):
    stream.close()
    check(stream)


class Source(io.RawIOBase):
    """Gives a few bytes at a time."""

    def __init__(self, data, size=5):
        self.data, self.size = data, size

    def readable(self):
        return True

    def readinto(self, target):
        part = self.data[:min(self.size, len(target))]
        self.data = self.data[len(part):]
        target[:len(part)] = part
        return len(part)


class Meanwhile:
    """Methods of a stream, of which one acts once upon the stream above."""

    def __init__(self, when, act):
        self.when, self.act, self.armed = when, act, False

    def meanwhile(self, name):
        if self.armed and name == self.when:
            self.armed = False
            try:
                self.act(self.above)
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

    def seek(self, position, whence=0):
        self.meanwhile('seek')
        return 5

    def tell(self):
        self.meanwhile('tell')
        return 5

    def truncate(self, size=None):
        self.meanwhile('truncate')
        return 5
