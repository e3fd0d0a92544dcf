def f(n, v):
    print(n, end=' ')
    return v
x = 1
def g():
    a = [1, 2, 3]
    i = 0
    r = a[i] + f('b', 2) * f('c', 3)
    print(r)
    r = f('l', a)[f('k', 1)]
    print(r)
    a[f('k', i)] = f('v', 9)
    print(a)
    f('o', a)[f('k', 1)] += f('v', 5)
    print(a)
    d = {f('k1', 1): f('v1', 2), f('k2', 3): f('v2', 4)}
    print(d)
    print(f('a', 1) < f('b', 2) < f('c', 0) < f('d', 5))
    f('x', print)(f('y', 1), *f('z', [2]), k=1) if False else None
    f('p', str)(f('q', b'x'), encoding=f('r', 'ascii'), **f('s', {'errors': 'strict'}))
    print()
g()
