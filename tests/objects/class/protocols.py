def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
print([c.v for c in sorted([Cmp(3), Cmp(1), Cmp(2)])], max(Cmp(1), Cmp(5)).v if hasattr(Cmp, '__gt__') else None)
show(lambda: Cmp(1) <= Cmp(2))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration('done')
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), [*It(2)], next(It(0), 'default'))
try: next(It(0))
except StopIteration as e: print(e.value)
def deleg():
    r = yield from It(1)
    print('r', r)
print(list(deleg()))
class Ctx:
    def __enter__(self): return 'e'
    def __exit__(self, *a): return True
print(type('Dyn', (Ctx,), {'a': 1, 'f': lambda self: self.a}).__mro__[1].__name__)
class Ctx:
    def __enter__(self): return 'e'
    def __exit__(self, *a): return True
with Ctx() as e:
    print(e); 1/0
class C: pass
print(C.__module__, C.__qualname__, C.__name__, C.__doc__, C.__class__)
C.__name__ = 'Renamed'
print(C, C().__class__.__name__)
C.__doc__ = 'hello'
print(C.__doc__, C().__doc__)
