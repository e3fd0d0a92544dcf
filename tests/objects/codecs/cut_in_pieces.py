# Incremental decoders: surrogates and byte order marks that are cut apart.
import codecs


def pieces(encoding, errors, *data):
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    try:
        return [decoder.decode(piece, piece is data[-1]) for piece in data]
    except UnicodeError as e:
        return f'{type(e).__name__}: {e}'


for errors in 'strict', 'surrogatepass', 'replace', 'ignore':
    print(errors, ascii([pieces('utf-8', errors, b'a\xed\xb3', b'\x80b'), pieces('utf-8', errors, b'a\xed', b'\xb3\x80b'),
                         pieces('utf-8', errors, b'a\xed\xb3', b''), pieces('utf-8', errors, b'\xed\xb3x', b'y')]))
    for mark in b'\xef', b'\xef\xbb', b'\xef\xbb\xbf', b'\xef\xbf', b'\xef\xbb\xbf\xef':
        print(errors, mark, ascii([pieces('utf-8-sig', errors, mark, b''), pieces('utf-8-sig', errors, mark),
                                   pieces('utf-8-sig', errors, b'', mark, b'')]))
    for data in b'\xff', b'\xff\xfe', b'\xff\xfe\x00', b'a', b'ab', b'abcd', b'abcde':
        print(errors, data, ascii([pieces('utf-16', errors, data, b''), pieces('utf-32', errors, data, b''),
                                   pieces('utf-32', errors, data)]))
