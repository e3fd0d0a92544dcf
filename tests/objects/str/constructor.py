def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

t(str)
t(str, 1)
t(str, b"abc")
t(str, b"abc", "utf-8")
t(str, b"\xff", "utf-8", "replace")
t(str, b"\xff", errors="ignore")
t(str, bytearray(b"ab"), "ascii")
t(str, memoryview(b"ab"), "ascii")
t(str, "a", "b")
t(str, 1, "a")
t(str, 1, 2)
t(str, b"a", errors=5)
t(str, b"a", "nope")
t(str, object="x")
t(str, encoding="x")
t(str, b"a", "ut\0f")
t(str, 1, 2, 3, 4)
t(str, foo=1)
class R:
    def __str__(self):
        return 5
t(str, R())
