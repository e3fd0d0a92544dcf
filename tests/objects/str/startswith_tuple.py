print("abc".startswith("ab"), "abc".startswith("b", 1), "abc".startswith(("x", "a")), "abc".startswith(()), "abc".startswith(""))
print("abc".endswith("bc"), "abc".endswith("b", 0, 2), "abc".endswith(("x", "c")), "abc".endswith(""), "abc".endswith("abcd"))
print("abc".startswith("", 3), "abc".startswith("", 4), "abc".endswith("", 3, 1), "é€".startswith("€", 1), "é€".endswith("é", 0, 1))
