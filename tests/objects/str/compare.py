def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print("a" < "b", "a" < "ab", "" < "a", "é" > "z", "\uffff" < "\U00010000", "\ud800" < "\ue000", "a" <= "a", "b" >= "c", "abc" == "abc", "a" != "b")
print(sorted(["b", "é", "a", "", "ab", "Z", "😀", "\uffff"]) == ["", "Z", "a", "ab", "b", "é", "\uffff", "😀"])
t(lambda: "a" < 1)
t(lambda: "a" >= b"a")
print("a" == 1, "a" == b"a", "a" != None)
