def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
# new returning other
class N:
    def __new__(cls, *a):
        return 5 if a else super().__new__(cls)
    def __init__(self, *a): print('init', a)
print(N(1), type(N()).__name__)
class Sub(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
    def __add__(self, o): return Sub(int.__add__(self, o))
    def __repr__(self): return f'Sub({int(self)})'
s = Sub(4)
print(s, s + 1, 1 + s, s * 2, int.__add__(s, 3), -s)
class L(list):
    def __getitem__(self, i): return ('item', super().__getitem__(i))
    def __len__(self): return 99
    def __iter__(self): return iter('ab')
    def append(self, x): super().append(x * 2)
    def __contains__(self, x): return x == 'q'
    def __eq__(self, o): return super().__eq__(o)
l = L([1, 2])
l.append(3)
print(l[2], len(l), list(l), 'q' in l, 1 in l, l, l == [1, 2, 6])
show(lambda: hash(l))
class D(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = D(a=1)
d['b'] = 2
print(d['zz'], d, d.get('zz'))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t = T(1, 2)
t.extra = 7
print(t, t.first, t.extra, t + (3,), type(t + (3,)).__name__)
class St(str):
    def __len__(self): return 42
    def __hash__(self): return 7
    def __eq__(self, o): return NotImplemented
x = St('abc')
print(x.upper(), len(x), hash(x), x == 'abc', {x: 1}[x])
