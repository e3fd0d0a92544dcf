# A text stream in UTF-16 or UTF-32 must begin with a byte order mark; bytes.decode takes text without one.
import codecs
import io

for encoding in 'utf-16', 'utf-32':
    for order in '-le', '-be':
        data = 'aé€\n'.encode(encoding + order)
        print(encoding, order, ascii(data.decode(encoding, 'replace')))
        for source in data, '\ufeff'.encode(encoding + order) + data, data[:1], b'':
            try:
                print(ascii(io.TextIOWrapper(io.BytesIO(source), encoding).read()))
            except UnicodeError as error:
                print(error)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        print([decoder.decode(bytes([c])) for c in 'ab'.encode(encoding + '-be')])
    except UnicodeError as error:
        print(error)
