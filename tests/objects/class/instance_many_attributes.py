class C: pass
a = C()
for i in range(300):
    setattr(a, 'x%d' % i, i)
print(sum(getattr(a, 'x%d' % i) for i in range(300)), len(a.__dict__), list(a.__dict__)[:3], list(a.__dict__)[-1])
b = C()
for i in range(20):
    setattr(b, 'x%d' % i, i)
for i in range(0, 20, 3):
    delattr(b, 'x%d' % i)
print(b.__dict__)
b.x0 = 'again'
print(list(b.__dict__)[-1], b.x0)
c = C()
c.a = 1
c.__dict__['b'] = 2
print(c.b, c.__dict__)
c.__dict__ = {'q': 5}
print(c.q, hasattr(c, 'a'))
del c.q
print(c.__dict__)
d = C()
d.k = 1
d.l = 2
del d.l
del d.k
d.l = 3
print(d.__dict__, vars(d) is d.__dict__)
objects = [C() for i in range(50)]
for n, o in enumerate(objects):
    for i in range(n):
        setattr(o, 'y%d' % i, n * i)
print(sum(getattr(o, 'y%d' % (n - 1)) for n, o in enumerate(objects) if n))
