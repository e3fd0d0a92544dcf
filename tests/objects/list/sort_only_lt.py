class Version:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f"v{self.n}"
a = [Version(n) for n in (5, 3, 9, 1, 7)]
a.sort()
print(a)
a.sort(reverse=True)
print(a)
print(max(a), min(a))
