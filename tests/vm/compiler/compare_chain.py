def v(x):
    print(x, end=' ')
    return x
print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(v(1) < v(2) > v(3) == v(4))
print(v(1) in v([1, 2]) == v(False))
def f(a, b, c):
    if a < b <= c: print('in')
    else: print('out')
    if not a < b < c: print('no')
    while a < b < c:
        a += 1
    return a
print(f(1, 5, 9), f(9, 5, 1))
class A:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print('lt', self.n, o.n); return []
    def __gt__(self, o): print('gt', self.n, o.n); return 'yes'
print(A(1) < A(2) < A(3), A(1) > A(2) > A(3), A(1) > A(2) < A(3))
if A(1) > A(2) < A(3): print('bad')
else: print('good')
print(1 < 2 is True, 1 == 1 is not None, 3 not in [1] not in [2])
