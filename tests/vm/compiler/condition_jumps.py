def v(x):
    print(x, end=' ')
    return x
def show(a, b, c):
    if v(a) and v(b) or not v(c):
        print('T')
    else:
        print('F')
    if not (v(a) or v(b)) and v(c): print('T2')
    print(v(a) and v(b) or v(c), v(a) or v(b) and v(c), not v(a))
    print('x' if v(a) and not v(b) else 'y')
    print(v(0) or v('') or v([]) or v({}), v(1) and v(2) and v(3))
    while v(a) and v(b):
        break
    else:
        print('else')
    assert v(a) or v(b) or True
for a in (0, 1):
    for b in (0, 1):
        for c in (0, 1):
            show(a, b, c)
def n(x):
    return (x is None, x is not None, 'N' if x is None else 'S', 'S' if x is not None else 'N', not x is None)
print(n(None), n(0))
def k(x):
    if 0: return 'dead'
    if 1:
        pass
    else:
        return 'dead'
    while 0:
        return 'dead'
    if () or '' or 0.0 or None: return 'dead'
    if x and 1: return 'xand1'
    if x or 0: return 'dead'
    return (x or 5) and (0 or 7)
print(k(0), k(1))
print(1 if 'a' else 2, 0 and 1 / 0, 1 or 1 / 0, not 0, not 'a')
