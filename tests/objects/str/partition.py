print("a.b.c".partition("."), "a.b.c".rpartition("."), "abc".partition("."), "abc".rpartition("."))
print("a--b".partition("--"), ".".partition("."), "é€x".partition("€"), "".partition("x"))
print("abcab".removeprefix("ab"), "abcab".removesuffix("ab"), "abc".removeprefix("x"), repr("ab".removesuffix("ab")), "ab".removeprefix(""))
