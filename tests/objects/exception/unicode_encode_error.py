for text, start, end in (("b\u20acd", 1, 2), ("b\xacd", 1, 2), ("b\U00012345d", 1, 2), ("bcd", 1, 3), ("bcd", -5, 30), ("", 0, 1)):
    print(UnicodeEncodeError("codec", text, start, end, "r"))
    print(UnicodeTranslateError(text, start, end, "r"))
for arguments in ((), ("a", b"b", 1, 2, "r"), ("a", "b", 1, 2, 5)):
    try:
        UnicodeEncodeError(*arguments)
    except TypeError as error:
        print(error)
try:
    UnicodeTranslateError("abcd", 1, 3)
except TypeError as error:
    print(error)
