def t(f, *args):
    try:
        print(args, ascii(f(*args)))
    except UnicodeError as e:
        print(type(e).__name__, e.encoding, ascii(e.object), e.start, e.end, e.reason, "|", ascii(str(e)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
texts = ["a\ud800\udc80b\udcff\xe9", "a\xe9\xfc\u1234\U0001f600b", "\udc80\udcff", "a\udc80\ud800b"]
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "nope"):
    for encoding in ("utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-be", "utf-32", "utf-32-be"):
        for text in texts:
            try:
                print(errors, encoding, ascii(text), text.encode(encoding, errors))
            except UnicodeError as e:
                print(errors, encoding, type(e).__name__, e.encoding, e.start, e.end, e.reason, "|", ascii(str(e)))
            except LookupError as e:
                print(errors, encoding, type(e).__name__, e)
