print("abcabc".replace("b", "xx"), "abcabc".replace("b", ""), "abcabc".replace("bc", "B", 1), "aaa".replace("a", "b", 2))
print("abc".replace("", "-"), "abc".replace("", "-", 2), repr("".replace("", "x")), repr("".replace("", "x", 0)), "é€".replace("", "."))
print("aaaa".replace("aa", "a"), "abc".replace("x", "y"), "abc".replace("a", "é"), "ééé".replace("é", "e", count=2))
s = "abc"
print(s.replace("x", "y") is s, "abc".replace("b", "b"))
