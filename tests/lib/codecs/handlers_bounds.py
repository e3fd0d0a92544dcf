# The handlers of the library keep to the object, whatever start and end an exception says.
import codecs

for name in 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass':
    for start, end in (2, 99), (-5, 0), (0, 2), (1, 1):
        for error in UnicodeEncodeError('ascii', 'a\udc80\xe9', start, end, 'r'), UnicodeDecodeError('ascii', b'a\x80\xe9', start, end, 'r'), \
                UnicodeTranslateError('a\x80\xe9', start, end, 'r'):
            try:
                print(name, start, end, ascii(codecs.lookup_error(name)(error)))
            except Exception as e:
                print(name, start, end, type(e).__name__, ascii(str(e)))
