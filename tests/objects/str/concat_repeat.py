def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print("ab" + "cd", "ab" * 3, 3 * "é", "ab" * 0, "ab" * -1, "" * 5, True * "x")
t(lambda: "a" + 1)
t(lambda: "a" + b"a")
t(lambda: 1 + "a")
t(lambda: "a" * 1.5)
t(lambda: "a" * "b")
t(lambda: "a" * (1 << 70))
class I:
    def __index__(self):
        return 3
print("ab" * I())
