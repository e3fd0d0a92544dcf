class S(str):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.extra = len(self)
        return self
s = S("héllo")
print(s, repr(s), type(s), s.extra, len(s), s[1], s[1:3], type(s[:]), type(s.upper()), type(s + "x"), type(str(s)))
print(s == "héllo", hash(s) == hash("héllo"), {s: 1}["héllo"], s in ("héllo",), isinstance(s, str))
print(type(s.replace("x", "y")), type(s.strip()), type(s * 1), type("".join([s])), type(s.center(1)), type("%s" % s), type(f"{s}"))
s.more = 5
print(s.__dict__)
print(",".join([S("a"), S("b")]), "a".startswith(S("a")), S("b") in "abc", S() == "", S(5), S(b"x", "ascii"))
