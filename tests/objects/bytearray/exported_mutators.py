# What may and what may not be done to an array while it is exported; a refusal leaves it as it was.
MUTATORS = {
    "append": lambda b: b.append(1), "extend": lambda b: b.extend(b"x"), "extend by iterator": lambda b: b.extend(iter([1])),
    "extend by nothing": lambda b: b.extend(b""), "extend by no items": lambda b: b.extend(iter([])), "extend by bad item": lambda b: b.extend([1, 300]),
    "extend by int": lambda b: b.extend(5), "insert": lambda b: b.insert(0, 1), "insert bad": lambda b: b.insert("a", 1), "pop": lambda b: b.pop(),
    "pop(0)": lambda b: b.pop(0), "pop(99)": lambda b: b.pop(99), "remove": lambda b: b.remove(104), "remove absent": lambda b: b.remove(1),
    "clear": lambda b: b.clear(), "reverse": lambda b: b.reverse(), "+=": lambda b: b.__iadd__(b"x"), "+= nothing": lambda b: b.__iadd__(b""),
    "+= itself": lambda b: b.__iadd__(b), "*= 0": lambda b: b.__imul__(0), "*= 1": lambda b: b.__imul__(1), "*= 2": lambda b: b.__imul__(2),
    "*= -1": lambda b: b.__imul__(-1), "del b[0]": lambda b: b.__delitem__(0), "del b[1:3]": lambda b: b.__delitem__(slice(1, 3)),
    "del b[3:3]": lambda b: b.__delitem__(slice(3, 3)), "del b[::2]": lambda b: b.__delitem__(slice(None, None, 2)),
    "del b[3:1:2]": lambda b: b.__delitem__(slice(3, 1, 2)), "b[0:2] same": lambda b: b.__setitem__(slice(0, 2), b"xy"),
    "b[0:2] longer": lambda b: b.__setitem__(slice(0, 2), b"xyz"), "b[0:2] shorter": lambda b: b.__setitem__(slice(0, 2), b"x"),
    "b[::2]": lambda b: b.__setitem__(slice(None, None, 2), b"123"), "b[::2] wrong": lambda b: b.__setitem__(slice(None, None, 2), b"12"),
    "b[::2] empty": lambda b: b.__setitem__(slice(None, None, 2), b""), "b[3:1:2] empty": lambda b: b.__setitem__(slice(3, 1, 2), b""),
    "b[:] itself": lambda b: b.__setitem__(slice(None), b), "b[0:0] nothing": lambda b: b.__setitem__(slice(0, 0), b""),
    "b[0:2] list": lambda b: b.__setitem__(slice(0, 2), [1, 2]), "b[0:2] longer list": lambda b: b.__setitem__(slice(0, 2), [1, 2, 3]),
    "b[0:2] int": lambda b: b.__setitem__(slice(0, 2), 5), "b[0]": lambda b: b.__setitem__(0, 1), "resize same": lambda b: b.resize(len(b)),
    "resize up": lambda b: b.resize(len(b) + 1), "resize down": lambda b: b.resize(0), "init": lambda b: b.__init__(),
    "init same": lambda b: b.__init__(b"12345"), "init float": lambda b: b.__init__(1.5), "init str": lambda b: b.__init__("a"),
    "append bad": lambda b: b.append(300),
}
VIEWS = {"whole": lambda b: memoryview(b), "part": lambda b: memoryview(b)[1:2], "none": lambda b: None}
for start in (b"hello", b""):
    for name, mutate in MUTATORS.items():
        for kind, make in VIEWS.items():
            b = bytearray(start)
            view = make(b)
            try:
                result = mutate(b)
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            print(start, name, kind, result, b)
