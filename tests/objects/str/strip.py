def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print(repr("  a b\t\n".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), repr("\u2003a\xa0".strip()), repr("   ".strip()))
print("xxaxx".strip("x"), "xyaxy".lstrip("yx"), "abc".rstrip("bc"), "éaé".strip("é"), "abc".strip(""), "abc".strip(None))
t("a".strip, 1)
t("a".lstrip, b"a")
t("a".rstrip, 1.0)
