import codecs
import io

# Readers of transforms give lines of bytes.
for name in 'hex', 'base64', 'zlib', 'quopri', 'uu':
    data = codecs.encode(b'abc\ndef\r\nghi', name)
    reader = codecs.getreader(name)(io.BytesIO(data))
    print(name, reader.readline(), reader.readline(keepends=False), reader.read(), list(codecs.getreader(name)(io.BytesIO(data))))

# A reader of UTF-16 and UTF-32 asks for the mark.
for name in 'utf-16', 'utf-32':
    for data in b'abcdefgh', '\ufeffab'.encode(name):
        try:
            print(repr(codecs.getreader(name)(io.BytesIO(data)).read()))
        except UnicodeError as error:
            print(type(error).__name__, error)

# What an incremental decoder has not used.
for name in 'utf-8', 'utf-16-le', 'utf-32-be':
    decoder = codecs.getincrementaldecoder(name)()
    print(name, repr(decoder.decode('a\u20ac'.encode(name)[:-1])), decoder.buffer, decoder.getstate())
