def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import io


class Broken(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        raise OSError(5, 'boom')


for make in io.BufferedWriter, lambda raw: io.TextIOWrapper(io.BufferedWriter(raw)):
    raw = Broken()
    stream = make(raw)
    stream.write(b'abc' if isinstance(stream, io.BufferedWriter) else 'abc')
    show('close', lambda: stream.close())
    print(stream.closed, raw.closed)
