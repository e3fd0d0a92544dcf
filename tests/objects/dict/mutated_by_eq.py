class Evil:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        if armed:
            d.clear()
        return self.n == other.n
    def __repr__(self): return f"E{self.n}"
armed = False
d = {Evil(1): 1, Evil(2): 2, Evil(3): 3}
armed = True
print(d.get(Evil(3)))
print(d)
armed = False
d = {Evil(1): 1, Evil(2): 2}
armed = True
d[Evil(2)] = 5
armed = False
print(d)
d = {Evil(n): n for n in range(20)}
armed = True
print({Evil(30): 1} == {Evil(30): 2}, d == {Evil(n): n for n in range(20)} if not armed else len(d))
