s = "abcabc€abc"
print(s.find("abc"), s.find("abc", 1), s.find("abc", 4), s.find("abc", 4, 9), s.find("abc", -3), s.find("€"), s.find("x"))
print(s.rfind("abc"), s.rfind("abc", 0, 9), s.rfind("abc", 8), s.rfind("€"))
print(s.count("abc"), s.count("abc", 1), s.count(""), s.count("", 8), s.count("", 11), "aaaa".count("aa"))
print("abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "abc".rfind("", 4), "".find("", 1), "".count(""))
print("abc".find("b", None, None), "abc".find("c", 0, -1), "abc".find("a", -100, 100))
for f in (s.index, s.rindex):
    try:
        f("x")
    except ValueError as e:
        print(e)
