# utf_16_ex_decode and utf_32_ex_decode tell the byte order of a mark they have found, else what they were told.
import codecs
for data in b'\xff\xfea\0', b'\xfe\xff\0a', b'a\0', b'a', b'\xff', b'':
    for order in -1, 0, 1:
        print(data, order, ascii(codecs.utf_16_ex_decode(data, 'replace', order, False)))
for data in b'\xff\xfe\0\0a\0\0\0', b'\0\0\xfe\xff\0\0\0a', b'a\0\0\0', b'\xff\xfe\0':
    for order in -1, 0, 1:
        print(data, order, ascii(codecs.utf_32_ex_decode(data, 'replace', order, False)))
for data in 5, 'a', [97], b'a+AOk-', memoryview(b'a+-x')[::1], bytearray(b'+2D3cDQ-'):
    try:
        print(ascii(codecs.utf_7_decode(data)))
    except TypeError as e:
        print(e)
for encode in codecs.utf_8_encode, codecs.latin_1_encode, codecs.utf_16_be_encode, codecs.utf_16_encode, codecs.utf_32_encode:
    try:
        print(encode('a', 'strict', 1))
    except TypeError as e:
        print(e)
