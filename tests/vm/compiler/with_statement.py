class M:
    def __init__(self, n, swallow=False):
        self.n, self.swallow = n, swallow
    def __enter__(self):
        print('enter', self.n)
        return self.n
    def __exit__(self, t, v, tb):
        print('exit', self.n, t and t.__name__, v, tb is not None)
        return self.swallow
with M(1) as a, M(2) as b:
    print(a, b)
def f():
    with M(3):
        return 'r'
print(f())
for i in range(3):
    with M(i):
        if i == 0: continue
        if i == 1: break
with M('s', True):
    1 / 0
print('after')
try:
    with M('o'), M('i'):
        raise KeyError('k')
except KeyError as e:
    print(repr(e))
with (M('p') as x, M('q', True) as y,):
    raise ValueError(x + y)
def g():
    try:
        with M('t') as (p, q):
            pass
    except ValueError as e:
        print(e)
g()
try:
    with 5: pass
except TypeError as e:
    print(e)
def h():
    for i in range(2):
        with M(i):
            try:
                return i
            finally:
                print('f')
print(h())
