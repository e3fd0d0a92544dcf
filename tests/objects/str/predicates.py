texts = ["", "abc", "ABC", "Abc", "a1", "1", "١", "½", "²", " ", "\t\n", "a b", "A B", "Ab Cd", "aB", "1a", "_x", "é", "名", "ǅ", "ǅa", "a\x00"]
for s in texts:
    print(ascii(s), *(f(s) for f in (str.isalnum, str.isalpha, str.isascii, str.isdecimal, str.isdigit, str.isidentifier, str.islower,
                                     str.isnumeric, str.isprintable, str.isspace, str.istitle, str.isupper)))
