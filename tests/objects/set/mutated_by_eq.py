class Evil:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 2
    def __eq__(self, other):
        if armed:
            s.clear()
        return self.n == other.n
armed = False
for name in ("add", "discard", "__contains__", "update", "difference", "intersection", "issubset", "isdisjoint"):
    s = {Evil(n) for n in range(10)}
    armed = True
    argument = Evil(8) if name in ("add", "discard", "__contains__") else [Evil(8)]
    getattr(s, name)(argument)
    armed = False
    print(name, len(s) <= 1)
