for e in (KeyError(), KeyError("a"), KeyError(""), KeyError("a", "b"), KeyError(("x", 1))):
    print(str(e), "|", repr(e))
e.args = ("changed",)
print(str(e))
