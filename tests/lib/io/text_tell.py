from io import BytesIO, TextIOWrapper

for encoding in 'utf-8', 'utf-16', 'utf-8-sig', 'utf-16-be', 'utf-32', 'latin-1':
    text = '\xe4bc\n\xfc\xfc\u20acx\nend' if encoding != 'latin-1' else '\xe4bc\n\xfc\xfcx\nend'
    stream = TextIOWrapper(BytesIO(text.encode(encoding)), encoding=encoding)
    places = [stream.tell()]
    while stream.read(1):
        places.append(stream.tell())
    print(encoding, places)
    good = []
    for index, place in enumerate(places[:len(text)]):
        stream.seek(place)
        good.append(stream.read() == text[index:])
    print(all(good), stream.seek(0, 2), repr(stream.read()), stream.seek(0), repr(stream.read(2)))
for newline in None, '', '\r\n':
    stream = TextIOWrapper(BytesIO(b'a\nb\r\nc\rd\r\r\n\n'), encoding='ascii', newline=newline)
    result = []
    while True:
        character = stream.read(1)
        if not character:
            break
        result.append((character, stream.tell()))
    print(result)
