# Columns begin anew behind a tab and the end of a line; other control characters take one.
for text in (b'a\tb', b'12345678\tx', b'1234567\t\tx', b'ab\ncd\te', b'ab\rcd\te\r\n\tf', b'\0\x01\x0b\x0c\x0e\tx', b'\t\n\t\r\t', b''):
    for size in (8, 4, 1, 0, -3, 100):
        print(text, size, text.expandtabs(size), bytearray(text).expandtabs(tabsize=size))
