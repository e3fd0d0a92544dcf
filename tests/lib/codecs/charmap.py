# charmap_encode, charmap_decode, charmap_build
import codecs


def show(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


table = ''.join(map(chr, range(128))) + '\ufffe' * 64 + ''.join(map(chr, range(0x410, 0x450)))
built = codecs.charmap_build(table)
show(codecs.charmap_encode, 'Привет, world', 'strict', built)
show(codecs.charmap_decode, bytes(range(192, 256)), 'strict', table)
for mapping in {97: 120, 98: b'yy', 99: None, 63: 33}, {97: 300}, {97: 'x'}, {97: -1}, built, None:
    for errors in 'strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace', 'nobody knows':
        show(codecs.charmap_encode, 'abcd€', errors, mapping)
for mapping in {97: 'x', 98: 121, 99: 'zz'}, {97: 'x', 98: None}, {97: []}, {97: 0x110000}, {97: -1}, 'abc', '\ufffe' * 99, table, None:
    for errors in 'strict', 'replace', 'ignore', 'backslashreplace':
        show(codecs.charmap_decode, b'abc\xff', errors, mapping)
show(codecs.charmap_encode, b'x')
show(codecs.readbuffer_encode, 'a€')
