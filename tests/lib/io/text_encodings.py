def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import io


class Sink(io.RawIOBase):
    data = b''

    def writable(self):
        return True

    def write(self, data):
        self.data += bytes(data)
        return len(data)


def write(*texts, **options):
    sink = Sink()
    stream = io.TextIOWrapper(io.BufferedWriter(sink), **options)
    for text in texts:
        stream.write(text)
    stream.flush()
    return sink.data


show('utf-16', lambda: write('a\n', 'b', encoding='utf-16', newline='\r\n'))
show('utf-8-sig', lambda: write('a\n', 'b', encoding='utf-8-sig'))
show('ascii', lambda: write('a\xe4', encoding='ascii', errors='backslashreplace'))
show('ascii', lambda: write('a\xe4', encoding='ascii'))
show('surrogate', lambda: write('\udce4', encoding='utf-8'))
show('surrogateescape', lambda: write('\udce4', encoding='utf-8', errors='surrogateescape'))


def read(data, **options):
    return io.TextIOWrapper(io.BytesIO(data), **options).read()


show('latin-1', lambda: read(b'\xe4', encoding='latin-1'))
show('bad', lambda: read(b'a\xe4b', encoding='utf-8'))
show('replace', lambda: read(b'a\xe4b', encoding='utf-8', errors='replace'))
show('surrogateescape', lambda: read(b'a\xe4', encoding='utf-8', errors='surrogateescape'))
stream = io.BytesIO()
for part in 'x', 'y':
    text = io.TextIOWrapper(stream, encoding='utf-16')
    text.write(part)
    text.detach()
print(stream.getvalue())
