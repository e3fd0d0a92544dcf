def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print(" a  b\tc\n".split(), "".split(), "   ".split(), "a b c".split(None, 1), " a b c ".split(None, 1), "a b".split(maxsplit=0))
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "".split(","), "a--b--c".split("--"), "a,b".split(",", 0), "é€é".split("€"))
print("a\u2003b\xa0c\x1cd".split(), "a,b,c".split(sep=",", maxsplit=-1))
print(" a  b c ".rsplit(None, 1), "a,b,c".rsplit(",", 1), "a--b--c".rsplit("--", 1), "a b c".rsplit(), "x".rsplit(","))
t("a".split, "")
t("a".split, 1)
t("a".split, None, "x")
t("a".rsplit, "")
t("a".rsplit, b"a")
