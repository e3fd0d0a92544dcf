import codecs

class Odd(UnicodeError):
    pass

exceptions = [
    UnicodeError('ouch'), Odd(), 42,
    UnicodeEncodeError('ascii', '\x00\xad\u3042', 0, 3, 'ouch'),
    UnicodeEncodeError('utf-16le', 'a\ud800b', 1, 2, 'ouch'),
    UnicodeEncodeError('UTF_32', 'a\udfff\ud800b', 1, 3, 'ouch'),
    UnicodeEncodeError('cp65001', 'a\ud800b', 1, 2, 'ouch'),
    UnicodeEncodeError('latin-1', 'a\ud800b', 1, 2, 'ouch'),
    UnicodeDecodeError('utf_16_be', b'\0a\xd8\0', 2, 3, 'ouch'),
    UnicodeDecodeError('utf-32', b'\0\xd8\0\0', 0, 4, 'ouch'),
]
for name in 'ignore', 'replace', 'backslashreplace', 'namereplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass':
    for exception in exceptions:
        try:
            print(name, ascii(codecs.lookup_error(name)(exception)))
        except Exception as error:
            print(name, type(error).__name__, error)
