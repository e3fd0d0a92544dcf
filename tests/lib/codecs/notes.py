# What fails within a codec gets a note that tells the encoding as it was called: always from codecs.encode and codecs.decode, from
# methods for any but the everyday encodings, never from the codec's own functions.
import codecs


def show(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(args[1:], type(error).__name__, error, getattr(error, '__notes__', None))


def broken(name):
    coders = {
        'bad1': (lambda s, e: (3, 1), lambda b, e: (b'x', 1)),
        'bad2': (lambda s, e='': 1 / 0, lambda b, e='': [].x),
        'bad3': (lambda s, e='': b'x', lambda b, e='': 'x'),
    }
    if name in coders:
        return codecs.CodecInfo(*coders[name], name=name)


codecs.register(broken)
for encoding in 'ascii', 'UTF-8', 'latin1', 'utf-16-le', 'cp1252', 'koi8-r', 'utf-7', 'bad1', 'bad2', 'bad3':
    show(str.encode, '\ud800', encoding)
    show(bytes, '\ud800', encoding)
    show(codecs.encode, '\ud800', encoding)
    show(codecs.encode, '\ud800', encoding, 'strict')
    show(codecs.lookup(encoding).encode, '\ud800')
    show(bytes.decode, b'\xff\xd8\x81', encoding)
    show(str, b'\xff\xd8\x81', encoding)
    show(codecs.decode, b'\xff\xd8\x81', encoding)
    show(codecs.decode, b'\xff\xd8\x81', encoding, 'strict')
    show(codecs.lookup(encoding).decode, b'\xff\xd8\x81')
show(codecs.encode, 3, 'rot13')
show(codecs.encode, 'x', 'hex')
show(codecs.decode, b'6', 'hex')
show(codecs.encode, 'x', 'uu')
show(codecs.decode, 'x', 'quopri')
show(codecs.encode, 'x', 'utf-8', 3)
show(codecs.encode, None, 'ascii')
