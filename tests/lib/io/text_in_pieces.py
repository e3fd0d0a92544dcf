import io


class Source(io.RawIOBase):
    def __init__(self, data, size):
        self.data, self.size = data, size

    def readable(self):
        return True

    def readinto(self, target):
        part = self.data[:min(self.size, len(target))]
        self.data = self.data[len(part):]
        target[:len(part)] = part
        return len(part)


text = 'zeile\u20ac1\r\nzwei\rdrei\n\U0001f600 vier'
for size in 1, 2, 3, 5:
    for encoding in 'utf-8', 'utf-16', 'utf-32':
        stream = io.TextIOWrapper(io.BufferedReader(Source(text.encode(encoding), size)), encoding=encoding)
        print(size, encoding, ascii(stream.read(7)), ascii(stream.readline()), ascii(stream.readlines()), stream.newlines)
stream = io.TextIOWrapper(Source(b'abc\ndef', 2), encoding='utf-8')
print(stream.readline(), stream.read())
