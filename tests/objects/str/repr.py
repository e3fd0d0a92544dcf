for s in ("", "abc", "it's", 'say "x"', "both ' and \"", "a\\b", "\n\r\t\x00\x1b\x7f", "é€😀", "\x80\xa0\xad", "\u2028\u3000", "\ud800", "\udcff", "\U000e0001", "\u0378"):
    print(repr(s), ascii(s)) if s.isprintable() else print(ascii(repr(s)), ascii(s))
