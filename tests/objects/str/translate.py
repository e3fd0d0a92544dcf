def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print("abcabc".translate({97: "xx", 98: None, 99: 100}), "abc".translate({}), "aéa".translate({97: 8364, 0xe9: "e"}), "abc".translate([1]))
print("hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("el", "ip", "o")))
print(str.maketrans("ab", "cd", "e"), str.maketrans({"a": 1, 98: None}))
class Table:
    def __getitem__(self, key):
        if key == 98:
            raise LookupError
        return chr(key).upper() * 2
print("abc".translate(Table()))
t("a".translate, 1)
t("abc".translate, {97: 1.5})
t("abc".translate, {97: 0x110000})
t("abc".translate, {97: -1})
t(str.maketrans, 1)
t(str.maketrans, {"ab": 1})
t(str.maketrans, {1.5: 1})
t(str.maketrans, "a", "bc")
t(str.maketrans, "a", "b", 1)
t(str.maketrans, "a", 1)
t(str.maketrans, 1, "a")
