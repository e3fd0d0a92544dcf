# An iterable changes the array that takes its items: __iter__, __next__, __len__, __length_hint__, __getitem__.
from shared import attempt


class Next:
    def __init__(self, act, items):
        self.act, self.items = act, list(items)

    def __iter__(self):
        return self

    def __next__(self):
        if len(self.items) < 2:
            self.act()
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


class Iter(Next):
    def __iter__(self):
        self.act()
        return iter(self.items)


class Len(Next):
    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        self.act()
        return len(self.items)


class Hint(Next):
    def __iter__(self):
        return iter(self.items)

    def __length_hint__(self):
        self.act()
        return len(self.items)


class Item:
    def __init__(self, act, items):
        self.act, self.items = act, items

    def __getitem__(self, index):
        self.act()
        return self.items[index]


CALLS = {
    "extend": lambda b, x: b.extend(x), "b[2:5]=": lambda b, x: b.__setitem__(slice(2, 5), x),
    "b[:4:2]=": lambda b, x: b.__setitem__(slice(0, 4, 2), x), "init": lambda b, x: b.__init__(x), "join": lambda b, x: b.join(x),
    "bytes": lambda b, x: bytes(x), "b+=": lambda b, x: b.__iadd__(x),
}
for kind in (Next, Iter, Len, Hint, Item):
    for items in ((), (1, 2), (1, 300), (b"a", b"b"), (1,) * 40):
        for label, call in CALLS.items():
            attempt(f"{label} {kind.__name__} {items[:2]}", lambda act: kind(act, items), call)
