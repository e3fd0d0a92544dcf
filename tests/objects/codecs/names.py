for name in ["UTF8", "utf_8", "U8", "utf", "cp65001", "latin1", "LATIN-1", "iso-8859-1", "8859", "cp819", "l1", "ascii", "us-ascii", "646",
             "ansi_x3.4_1968", "utf16", "u16", "utf-16le", "UTF-16LE", "UnicodeLittleUnmarked", "utf_16be", "u32", "utf-32le", "utf-32-be",
             "utf-8-sig", "utf8-sig", "utf 8", "utf--8", "UTF-8 ", "  utf8", "utf.8", "latin 1", "utf-8\0", "", "é", "hex", "rot13", "nope"]:
    for f in (lambda: "a".encode(name), lambda: b"a\0\0\0b\0\0\0".decode(name)):
        try:
            print(ascii(name), ascii(f()))
        except (LookupError, ValueError) as e:
            print(ascii(name), type(e).__name__, ascii(str(e)))
print(repr(b"".decode("nope")), "a".encode("ascii", "nope"), b"a".decode("utf-8", "nope"))
try:
    "a".encode(1)
except TypeError as e:
    print(e)
try:
    b"a".decode("utf-8", None)
except TypeError as e:
    print(e)
