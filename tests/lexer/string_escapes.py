print(ascii('\a\b\f\n\r\t\v\\\'\"'), ascii('\0\1\12\123\1234\777\8'))
print(ascii('\x41\xe9\u20ac\U0001F600\ud800'), ascii(r'\x41\n'), ascii('a\
b'))
print(b'\a\b\f\n\r\t\v\\\'\"', b'\0\1\12\123\1234\x00\xff', rb'\x41', b'a\
b')
print(ascii('''a
b\
c'''), ascii(u'x' R'\y' "z"), ascii('é€😀'))
