def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print("ab".center(5, "*"), "ab".center(6, "*"), "abc".center(6, "*"), "abc".center(2), "a".ljust(3, "-"), "a".rjust(3, "é"), sep="|")
print("42".zfill(5), "-42".zfill(5), "+42".zfill(5), "".zfill(3), "abc".zfill(2), "--1".zfill(5), sep="|")
print("a\tbc\td".expandtabs(), "a\tb".expandtabs(4), "a\tb".expandtabs(0), "a\nb\tc".expandtabs(4), "\t".expandtabs(-1), sep="|")
t("a".center, 1.5)
t("a".center, 5, "ab")
t("a".ljust, 5, 1)
t("a".rjust, 5, "")
t("a".zfill, "a")
t("a".expandtabs, "a")
t("a".expandtabs, 1 << 40)
t("a".center, 1 << 70)
