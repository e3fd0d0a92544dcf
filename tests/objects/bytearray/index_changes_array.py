# __index__ of an argument changes the array itself: indices, slices, values, counts.
from shared import attempt


class Index:
    def __init__(self, act, value):
        self.act, self.value = act, value

    def __index__(self):
        self.act()
        return self.value


CALLS = {
    "b[x]": lambda b, x: b[x], "b[x]=": lambda b, x: b.__setitem__(x, 1), "b[5]=x": lambda b, x: b.__setitem__(5, x),
    "del b[x]": lambda b, x: b.__delitem__(x), "pop": lambda b, x: b.pop(x), "insert at": lambda b, x: b.insert(x, 1),
    "insert": lambda b, x: b.insert(5, x), "append": lambda b, x: b.append(x), "remove": lambda b, x: b.remove(x),
    "b*x": lambda b, x: b * x, "b*=x": lambda b, x: b.__imul__(x), "resize": lambda b, x: b.resize(x),
    "center": lambda b, x: b.center(x), "ljust": lambda b, x: b.ljust(x), "rjust": lambda b, x: b.rjust(x), "zfill": lambda b, x: b.zfill(x),
    "expandtabs": lambda b, x: b.expandtabs(x), "split": lambda b, x: b.split(b"l", x), "rsplit": lambda b, x: b.rsplit(None, x),
    "split by itself": lambda b, x: b.split(b, x), "replace": lambda b, x: b.replace(b"l", b"L", x), "replace itself": lambda b, x: b.replace(b, b"L", x),
    "replace by itself": lambda b, x: b.replace(b"l", b, x), "hex": lambda b, x: b.hex("-", x), "b[x:]": lambda b, x: b[x:],
    "b[:x]": lambda b, x: b[:x], "b[x::-2]": lambda b, x: b[x::-2], "b[x:]=": lambda b, x: b.__setitem__(slice(x, None), b"XY"),
    "b[:x]=": lambda b, x: b.__setitem__(slice(x), b"X" * 30), "b[2:x:2]=": lambda b, x: b.__setitem__(slice(2, x, 2), b""),
    "b[2:x:3]=": lambda b, x: b.__setitem__(slice(2, x, 3), b"XY"), "del b[x:]": lambda b, x: b.__delitem__(slice(x, None)),
    "del b[:x:2]": lambda b, x: b.__delitem__(slice(None, x, 2)), "del b[x::-1]": lambda b, x: b.__delitem__(slice(x, None, -1)),
    "extend": lambda b, x: b.extend([1, x, 2]), "b[3:5]=": lambda b, x: b.__setitem__(slice(3, 5), [1, x, 2]),
    "b[:6:2]=": lambda b, x: b.__setitem__(slice(0, 6, 2), (1, x, 2)), "init": lambda b, x: b.__init__([1, x, 2]), "count": lambda b, x: b.__init__(x),
}
for label, call in CALLS.items():
    for value in (0, -1, 5, 104, 300):
        attempt(f"{label} {value}", lambda act: Index(act, value), call)
