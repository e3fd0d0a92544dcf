for arguments in ((), (2000,), (2000, "text"), (2000, "text", "file"), (2000, "text", "file", None, "file2"),
                  (2000, "text", None), (2000, None), (None, None, "file"), (1, 2, 3, 4, 5, 6)):
    e = OSError(*arguments)
    print(e.args, e.errno, e.strerror, e.filename, e.filename2, "|", e)
e = OSError(2000, "text")
e.errno = 7
print(e, e.args)
e.filename = "late"
print(e)
print(OSError("a", "b").errno)
