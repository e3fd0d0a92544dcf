# input() takes what the streams in sys offer: a flush that is missing or fails is no hindrance, bytes are fine.
import io
import sys


class Sink:
    def write(self, text):
        kept.append(text)


class Bad(Sink):
    def flush(self):
        raise ValueError


class Lines:
    def __init__(self, line):
        self.line = line

    def readline(self):
        return self.line


def ask(name, stream, *args):
    old, stdin = getattr(sys, name), sys.stdin
    sys.stdin = io.StringIO('line\nrest')
    setattr(sys, name, stream)
    try:
        result = repr(input(*args))
    except Exception as e:
        result = f'{type(e).__name__} {e}'
    finally:
        sys.stdin = stdin
        setattr(sys, name, old)
    print(result)


kept = []
ask('stdout', Sink(), 'prompt')
ask('stdout', Bad(), 42)
print(kept)
ask('stderr', Bad())
for name in 'stdin', 'stdout', 'stderr':
    ask(name, None)
ask('stdout', 5, 'x')
ask('stdin', 5)
for line in '', 'a', 'a\n', 'a\nb\n', b'', b'a', b'a\n', bytearray(b'a'), None, 5:
    ask('stdin', Lines(line))
