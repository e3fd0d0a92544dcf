x = 'global'
print([x for x in range(3)], x)
def f():
    x = 'local'
    r = [x for x in 'ab']
    s = {x: y for x, y in [(1, 2)]}
    t = {x for x in [1, 1]}
    u = list(x for x in 'q')
    return r, s, t, u, x
print(f())
class C:
    x = 'class'
    y = [x for _ in range(1)]
    z = [q for q in x]
    n = [[i * j for j in range(2)] for i in range(2)]
print(C.y, C.z, C.n, [k for k in C.__dict__ if not k.startswith('__')])
def g(n):
    return [(a, b) for a in range(n) if a % 2 for b in range(a) if b]
print(g(6))
print([[y := i, y * 2] for i in range(3)], y)
def h():
    fs = [lambda: v for v in range(3)]
    gs = [[lambda: v + w for w in range(2)] for v in range(2)]
    return [fn() for fn in fs], [[fn() for fn in row] for row in gs]
print(h())
def k():
    try:
        [1 / v for v in (1, 0)]
    except ZeroDivisionError:
        pass
    try:
        v
    except NameError as e:
        print(e)
k()
def w(data):
    return any((hit := d) > 2 for d in data), hit
print(w([1, 2, 3, 4]))
print({a: b for a, b in zip('ab', [1, 2])}, {**{c: c for c in 'x'}}, {i for i in (1,)})
def nested():
    return [[x for x in range(x)] for x in range(3)]
print(nested())
print([a for a, in [(1,)]], [a for [a, *b] in [(1, 2)]], [z[0] for z[0] in [[5]]] if (z := [0]) else 0)
def loc():
    a = 1
    return [sorted(locals()) for b in [1]]
print(loc())
