def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

t("a".find, 1)
t("a".rfind, None)
t("a".index, b"a")
t("a".count, 1)
t("a".find, "a", 1.5)
t("a".find, "", "a")
t("a".startswith, 1)
t("a".startswith, ("b", 1))
t("a".startswith, ("a", 1))
t("a".endswith, [1])
t(lambda: 1 in "a")
t("a".replace, 1, "a")
t("a".replace, "a", 1)
t("a".replace, "a", "b", 1.5)
t("a".partition, "")
t("a".rpartition, 1)
t("a".removeprefix, 1)
t("a".removesuffix, None)
