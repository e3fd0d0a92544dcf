# A for loop specialises on the iterator it saw; the same loop must go on working with others.
def total(it):
    t = 0
    for x in it: t += x
    return t
def gen(n):
    for i in range(n): yield i
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
for it in (range(5), [1, 2], b'abc', bytearray(b'xyz'), memoryview(b'12'), memoryview(bytes(8)).cast('I'), (1, 2), {1: 2}, {3}, gen(4), It(3),
           Seq(), range(3, 0, -1), range(0), [], b'', gen(0), range(10**20, 10**20 + 2), iter([5]), map(int, '12'), [1.5, 2.5], gen(3)):
    print(total(it), end=' ')
print()
def growing():
    b = bytearray(b'ab')
    seen = []
    for x in b:
        seen.append(x)
        if len(b) < 5: b.append(x + 1)
    return seen
print(growing())
def shrinking():
    b = bytearray(range(10))
    seen = []
    for x in b:
        seen.append(x)
        if len(b) > 4: del b[-3:]
    return seen
print(shrinking())
def list_growing():
    l = [1]
    for x in l:
        if len(l) < 5: l.append(x * 2)
    return l
print(list_growing())
def released():
    v = memoryview(b'abc')
    try:
        for x in v: v.release()
    except ValueError as e: return str(e)
print(released())
def nested():
    out = []
    for i in range(3):
        for j in gen(i):
            if j == 1: break
            out.append((i, j))
        else: out.append('else')
    return out
print(nested())
def pairs(it):
    return [(b, a) for a, b in it]
print(pairs({'a': 1}.items()), pairs(enumerate('xy')), pairs(zip([1], [2])), pairs([(1, 2)]), pairs(['ab']))
for bad in ([(1, 2, 3)], [(1,)], [5]):
    try: pairs(bad)
    except (ValueError, TypeError) as e: print(e)
def changing():
    d = {1: 1, 2: 2}
    try:
        for k, v in d.items(): d[k + 10] = v
    except RuntimeError as e: return str(e)
print(changing())
