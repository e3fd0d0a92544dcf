from io import BytesIO, TextIOWrapper

data = b'a\nb\r\nc\rd\r\r\n\n'
for newline in None, '', '\n', '\r', '\r\n':
    stream = TextIOWrapper(BytesIO(data), encoding='ascii', newline=newline)
    print(repr(newline), list(stream), stream.newlines)
    stream = TextIOWrapper(BytesIO(data), encoding='ascii', newline=newline)
    stream._CHUNK_SIZE = 1
    print(list(stream), stream.newlines)
    stream = TextIOWrapper(BytesIO(data), encoding='ascii', newline=newline)
    print(repr(stream.read()))
    stream.seek(0)
    print([stream.readline(2) for _ in range(9)])
    target = BytesIO()
    stream = TextIOWrapper(target, encoding='ascii', newline=newline)
    print(stream.write('a\nb\r\nc\rd'), stream.flush(), target.getvalue())
