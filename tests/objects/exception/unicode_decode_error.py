def show(*arguments):
    try:
        e = UnicodeDecodeError(*arguments)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
        return
    print(e, "|", e.encoding, e.object, e.start, e.end, e.reason)

show("utf8", b"abc", 1, 2, "r")
show("utf8", b"abc", 1, 3, "r")
show("utf8", bytearray(b"abc"), 5, 9, "r")
show("utf8", b"", 0, 1, "r")
show()
show("a", "b", 1, 2, "r")
show(1, 2, 3, 4, 5)
show("utf8", b"abc", "5", 9, "r")
show("utf8", b"abc", 1, 9.0, "r")
show("utf8", b"abc", 10**40, 9, "r")
show("utf8", b"abc", 1, 2, "r", "x")
e = UnicodeDecodeError("utf8", b"abc", 1, 2, "r")
e.end = 3
print(e)
e.object = "text"
try:
    print(str(e))
except TypeError as error:
    print(error)
del e.object, e.reason
print(repr(str(e)), e.object, e.reason)
for value in ("a", 1.0, 10**30):
    try:
        e.start = value
    except (TypeError, OverflowError) as error:
        print(error)
