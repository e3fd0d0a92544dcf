data = [b"a\xffb", b"\xe2\x82", b"\xe2\x82a", b"\xf0\x9f\x98", b"\xf0\x80\x80\x80", b"\xc0\x80", b"\xed\xa0\x80", b"\xed\xa0\x80\xed\xb0\x80",
        b"a\xe2", b"\xf4\x90\x80\x80", b"\xf5", b"\x80", b"\xe0\x80\x80", b"\xed\xa0", b"\xed", b"\xe2\x28\xa1", b"\xf0\x28\x8c\xbc",
        b"\xf0\x90\x28\xbc", b"a\0\0\xd8b\0", b"a\0\0\xd8", b"a\0\0\xdc", b"a\0b", b"\xff\xfea\0b", b"\xfe\xff\0a\xd8",
        b"a\0\0\0\0\xd8\0\0b\0\0\0", b"a\0\0", b"a\0\0\0\0\0\x11\0", b"\xff\xfe\0\0a\0\0\0\0\0\x11\0", b"\0\0\xfe\xff\0\0\0a\0\x11\0\0",
        b"\xef\xbb\xbfa\xff", b"\xef\xbb", b"\xff", b"\xfe\xff", b"\xff\xfe\0", b"\0\xd8\x00", b"\0\xd8\0\xdc"]
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "nope"):
    for encoding in ("utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        for d in data:
            try:
                print(errors, encoding, d, ascii(d.decode(encoding, errors)))
            except UnicodeError as e:
                print(errors, encoding, type(e).__name__, e.encoding, e.object, e.start, e.end, e.reason, "|", e)
            except (LookupError, TypeError) as e:
                print(errors, encoding, type(e).__name__, e)
