# The __buffer__ and __release_buffer__ of an operand change the array, where CPython's own answer is defined.
from shared import attempt


class Get:
    def __init__(self, act, data):
        self.act, self.data = act, data

    def __buffer__(self, flags):
        self.act()
        return memoryview(self.data)


class Release(Get):
    def __buffer__(self, flags):
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.act()


BOTH = {
    "b+x": lambda b, x: b + x, "b==x": lambda b, x: b.__eq__(x), "b<x": lambda b, x: b.__lt__(x),
    "replace": lambda b, x: b.replace(b"l", x), "replace old": lambda b, x: b.replace(x, b"Q"), "partition": lambda b, x: b.partition(x),
    "b[1:3]=": lambda b, x: b.__setitem__(slice(1, 3), x), "b[:2:2]=": lambda b, x: b.__setitem__(slice(0, 2, 2), x),
    "translate": lambda b, x: b.translate(x), "translate deleting": lambda b, x: b.translate(None, x), "ljust": lambda b, x: b.ljust(30, x),
    "removeprefix": lambda b, x: b.removeprefix(x), "removesuffix": lambda b, x: b.removesuffix(x), "init": lambda b, x: b.__init__(x),
}
GET = {"join": lambda b, x: b.join([b"a", x, b"c"]), "bytes.join": lambda b, x: b"-".join((b, x, b)), "b+=x": lambda b, x: b.__iadd__(x),
       "strip": lambda b, x: b.strip(x)}
for data in (b"", b"l", b"hello", b"x" * 40, bytes(range(1, 256)) + b"z"):
    for label, call in (BOTH | GET).items():
        attempt(f"{label} {data[:5]}", lambda act: Get(act, data), call)
    for label, call in BOTH.items():
        if label not in ("b[1:3]=", "b[:2:2]=", "init"):
            attempt(f"release {label} {data[:5]}", lambda act: Release(act, data), call)
