# A decoder goes on in the bytes that an error handler has put in place of its input.
import codecs

INPUTS = {
    'ascii': b'ab\xffcd', 'utf-8': b'ab\xffcd', 'cp1252': b'ab\x81cd', 'utf-16': b'\xff\xfea\0\0\xdcb\0',
    'utf-32-be': b'\0\0\0a\xff\xff\xff\xff', 'utf-7': b'a+IM\xffbc', 'unicode_escape': b'ab\\xzz',
    'raw_unicode_escape': b'ab\\u12',
}


def handler(other, position):
    asked = 0

    def handle(error):
        nonlocal asked
        asked += 1
        if asked > 9:
            raise RuntimeError('asked too often')
        error.object = other
        return '<>', position
    return handle


for encoding, data in INPUTS.items():
    for other in (b'', b'hello\xff', b'a\0\0\0', b'\\x41\\u0042', 42, None):
        for position in (0, 1, 4, -1, -2, 100):
            codecs.register_error('other_input', handler(other, position))
            try:
                result = ascii(data.decode(encoding, 'other_input'))
            except Exception as error:
                result = f'{type(error).__name__}: {error}'
            print(encoding, other, position, result)
