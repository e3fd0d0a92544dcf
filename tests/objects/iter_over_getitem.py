class G:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return i * 2
it = iter(G(3))
print(type(it), list(it), list(it), 4 in G(3), 5 in G(3))
class Bad:
    def __getitem__(self, i): raise KeyError(i)
try:
    list(iter(Bad()))
except KeyError as error:
    print("KeyError", error)
a = [1, 2, 3, 4, 5]
c = iter(a.pop, 3)
print(type(c), list(c), next(c, "end"), a)
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: iter(1))
attempt(lambda: iter(1, 2))
def stop(): raise StopIteration
attempt(lambda: list(iter(stop, 1)))
