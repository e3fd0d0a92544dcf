# Codecs of the program's own serve str.encode, bytes.decode, and files.
import codecs
import io


def reverse(text, errors='strict'):
    return text.encode('utf-8', errors)[::-1], len(text)


def unreverse(data, errors='strict'):
    return bytes(data)[::-1].decode('utf-8', errors), len(data)


class Encoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return reverse(input)[0]


class Decoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        return unreverse(input, errors) if final else ('', 0)


def search(name):
    print('search', name)
    if name == 'reverse_codec':
        return codecs.CodecInfo(reverse, unreverse, incrementalencoder=Encoder, incrementaldecoder=Decoder, name=name)
    if name == 'wrong':
        return 5
    if name == 'text_only':
        return codecs.CodecInfo(lambda s, e='strict': ('no bytes', 1), lambda b, e='strict': (b'no text', 1), name=name)
    if name == 'half':
        return codecs.CodecInfo(lambda s, e='strict': 5, lambda b, e='strict': (5, 6, 7), name=name)


def show(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, '__notes__', ''))


codecs.register(search)
show('abc'.encode, 'Reverse--Codec')
show(b'cba'.decode, 'reverse codec')
show(bytes, 'héllo', 'reverse_codec')
show(str, b'cba', 'reverse_codec')
show('abc'.encode, 'wrong')
show('abc'.encode, 'text_only')
show(b'abc'.decode, 'text_only')
show(codecs.encode, 'abc', 'text_only')
show(codecs.decode, b'abc', 'text_only')
show('abc'.encode, 'half')
show(b'abc'.decode, 'half')
show('abc'.encode, 'nobody knows')
print(codecs.lookup('reverse_codec').name)

file = io.BytesIO()
text = io.TextIOWrapper(file, encoding='reverse_codec', newline='')
print(text.write('one\n'), text.write('two\n'))
text.flush()
print(file.getvalue())
print(io.TextIOWrapper(io.BytesIO(b'\nowt\neno'), encoding='reverse_codec').readlines())

codecs.unregister(search)
show('abc'.encode, 'reverse_codec')
show(codecs.register, 5)
