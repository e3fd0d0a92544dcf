def f(n):
    out = []
    for i in range(n):
        if i == 2: continue
        if i == 5: break
        out.append(i)
    else:
        out.append('else')
    i = 0
    while i < n:
        i += 1
        if i % 2: continue
        if i > 6: break
        out.append(i)
    else:
        out.append('welse')
    while True:
        i -= 1
        if i < 0: break
    for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
        out.append((a, b, c))
    for out_i[0] in 'xy': out.append(out_i[0])
    for x in []: pass
    else: out.append('empty')
    for i in range(3):
        for j in range(3):
            if j == 1: break
        else:
            continue
        if i == 1: break
    out.append((i, j))
    return out
out_i = [0]
print(f(4)); print(f(10))
def g():
    for i in range(3):
        for j in range(3):
            if i * j == 2: return i, j
print(g())
