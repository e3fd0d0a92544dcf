# Long texts of every kind of character survive each encoding, and what does not fit is replaced wherever it stands.
PIECES = ('plain ascii text ', '\xe9\xff\x80', 'h\xe9llo ', '\u4f60\u597d\uffff', '\U0001f600\U0010ffff', 'a\U0001f600')
ENCODINGS = ('utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be', 'utf-8')

for piece in PIECES:
    for count in (1, 7, 40, 4095, 4097):
        for before in range(0, 9, 4):
            text = 'x' * before + piece * count + 'end'
            for encoding in ENCODINGS:
                data = text.encode(encoding)
                assert data.decode(encoding) == text, (piece, count, before, encoding)
                assert len(data.decode(encoding)) == len(text)
            for step in (2, 3, 5, 9, 33):
                assert text[::step] == ''.join([text[i] for i in range(0, len(text), step)]), (piece, count, step)
                assert text[3::step] == ''.join([text[i] for i in range(3, len(text), step)])
            for encoding, limit in (('ascii', 128), ('latin-1', 256)):
                fits = [c if ord(c) < limit else '?' for c in text]
                assert text.encode(encoding, 'replace') == bytes(map(ord, fits)), (piece, count, before, encoding)
                left = bytes([ord(c) for c in text if ord(c) < limit])
                assert text.encode(encoding, 'ignore') == left
            units = (text + '\ud800' + text).encode('utf-16-le', 'surrogatepass')
            assert units.decode('utf-16-le', 'replace') == text + '\ufffd' + text

text = 'a\xe9\u20ac\U0001f600\ud800'
for encoding in ('ascii', 'latin-1', 'cp1252', 'utf-16-le', 'utf-32-be', 'utf-8'):
    for errors in ('replace', 'ignore', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'):
        print(encoding, errors, (text * 3).encode(encoding, errors))
