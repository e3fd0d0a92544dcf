def t(f):
    try:
        print(ascii(f()))
    except TypeError as e:
        print(e)
    except UnicodeError as e:
        print(type(e).__name__, e.encoding, e.start, e.end, e.reason, "|", ascii(str(e)))

for name in ("cp1252", "cp1251", "windows-1250", "cp437", "iso8859-15", "latin2", "koi8-r", "mac_roman", "iso-8859-7", "cp1257"):
    data = bytes(range(256))
    t(lambda: data.decode(name))
    text = data.decode(name, "ignore")
    print(name, len(text), text.encode(name) in data or text.encode(name) == bytes(b for b in data if bytes([b]).decode(name, "ignore")))
    for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "surrogateescape"):
        t(lambda: "a\u4e2d\U0001f600z".encode(name, errors))
        t(lambda: b"a\x81\x98\xd2\xff".decode(name, errors))
print("€".encode("cp1252"), "\udc81".encode("cp1252", "surrogateescape"))
