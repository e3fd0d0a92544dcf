# How often an operand of nested `and` and `or` is asked for its truth.
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): print('bool', self.v, end=' '); return bool(self.v)
    def __repr__(self): return f'B{self.v}'
T, F, N, Z = B(1), B(0), B(2), B('')
def f(a, b, c, d):
    print((a and b) or c, (a or b) and c, (a and b) and c, (a or b) or c)
    print(a and (b or c), a or (b and c), (a and b) or (c and d), (a or b) and (c or d))
    print(((a and b) or c) and d, ((a or b) and c) or d, (a and (b or c)) and d, (a or (b and c)) or d)
    print(not (a and b), not (a or b) and c, (a and b or c) if a and b or c else d, (a if b else c) or d)
    print((a and 0) or c, (a or 1) and c, (0 and a) or b, (1 or a) and b, (a and b or 0) and c, (a or '') and (b or 1))
    if (a and b) or c: print('then')
    while (a or b) and c: print('loop'); break
    x = 5 is ((a and b) and (c or d)) is not (not (a and b)); print(x)
    return [((p and q) or r) and s for p in (a, b) for q in (c,) for r in (d,) for s in (a,)]
for a in (T, F):
    for b in (N, Z):
        for c in (T, F):
            for d in (N, Z): print(f(a, b, c, d))
