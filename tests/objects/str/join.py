def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)

print(",".join([]), ",".join(["a"]), ",".join("abc"), "".join(("a", "é", "b")), "--".join(str(i) for i in range(4)), ", ".join({"x": 1, "y": 2}))
t(",".join, 5)
t(",".join, [1])
t(",".join, ["a", b"b"])
t(",".join, ["a", None, 1])
