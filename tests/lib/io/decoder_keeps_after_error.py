# An incremental decoder that fails keeps what it has held back before, and nothing of the new input.
import codecs

for encoding, parts in (('utf-8', (b'a\xe2\x82', b'\xff', b'', b'\xac', b'z')), ('utf-16-le', (b'a\0b', b'', b'\0', b'\0\xd8', b'a\0', b'\0\xdc')),
                        ('utf-32-be', (b'\0\0', b'\xff\xff', b'\0a', b'', b'\0\0\0b'))):
    decoder = codecs.getincrementaldecoder(encoding)()
    for part in parts:
        try:
            print(encoding, part, ascii(decoder.decode(part, not part)), decoder.getstate())
        except UnicodeDecodeError as e:
            print(encoding, part, e, decoder.getstate())
