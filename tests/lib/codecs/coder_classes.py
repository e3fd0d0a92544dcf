# Which incremental coders keep input back, what they say of wrong input, and that those without state have none to set.
import codecs, io

def attempt(function):
    try:
        return function()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

for name in 'ascii', 'latin-1', 'cp1252', 'koi8-r', 'utf-8', 'utf-16', 'utf-16-le', 'utf-8-sig':
    info = codecs.lookup(name)
    decoder, encoder = info.incrementaldecoder(), info.incrementalencoder()
    print(name, isinstance(decoder, codecs.BufferedIncrementalDecoder), isinstance(encoder, codecs.BufferedIncrementalEncoder))
    print(attempt(decoder.decode), attempt(encoder.encode))
    print(attempt(lambda: decoder.decode('s')), attempt(lambda: decoder.setstate(0)))
    decoder.setstate((b'\xc3', 0))
    print(decoder.getstate(), attempt(lambda: decoder.decode(memoryview(b'ab'))))
    if name != 'utf-16' and name != 'utf-8-sig':
        print(attempt(lambda: encoder.encode(b's')), attempt(lambda: info.encode(b's')))

stream = codecs.StreamReaderWriter(io.BytesIO(b'a\nb\r\nc'), codecs.getreader('utf-8'), codecs.getwriter('utf-8'))
print(stream.readlines(keepends=False))
