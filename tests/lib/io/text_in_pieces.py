import io
from shared import Source


text = 'zeile\u20ac1\r\nzwei\rdrei\n\U0001f600 vier'
for size in 1, 2, 3, 5:
    for encoding in 'utf-8', 'utf-16', 'utf-32':
        stream = io.TextIOWrapper(io.BufferedReader(Source(text.encode(encoding), size)), encoding=encoding)
        print(size, encoding, ascii(stream.read(7)), ascii(stream.readline()), ascii(stream.readlines()), stream.newlines)
stream = io.TextIOWrapper(Source(b'abc\ndef', 2), encoding='utf-8')
print(stream.readline(), stream.read())
