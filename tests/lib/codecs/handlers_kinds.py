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

# What a handler finds in an exception whose attributes were changed.
class Lie(str):
    __class__ = UnicodeEncodeError

for name in 'ignore', 'replace', 'backslashreplace', 'surrogatepass', 'strict':
    for exception, attribute, value in [
        (UnicodeEncodeError('utf-8', 'a\ud800', 1, 2, 'x'), 'object', b'ab'),
        (UnicodeDecodeError('utf-8', b'a\xed\xa0\x80', 1, 2, 'x'), 'object', []),
        (UnicodeEncodeError('utf-8', 'a\ud800', 1, 2, 'x'), 'encoding', 5),
        (Lie('lie'), 'some', None),
    ]:
        setattr(exception, attribute, value)
        try:
            print(name, attribute, ascii(codecs.lookup_error(name)(exception)))
        except TypeError as error:
            print(name, attribute, error)
        except UnicodeError as error:
            print(name, attribute, type(error).__name__)

def change(error):
    error.object = b'\\' + error.object[error.end:]
    return '?', 0

codecs.register_error('change', change)
print(codecs.unicode_escape_decode(br'\x0nabc', 'change'))
