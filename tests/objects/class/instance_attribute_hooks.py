def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
class GA:
    def __init__(self): self.x = 1
    def __getattr__(self, n):
        if n.startswith('y'): return n
        raise AttributeError('no ' + n)
g = GA()
print(g.x, g.yy, hasattr(g, 'z'))
show(lambda: g.z)
class GAB(GA):
    def __getattribute__(self, n):
        if n == 'q': return 'Q'
        return super().__getattribute__(n)
    def __setattr__(self, n, v):
        super().__setattr__(n, v * 2)
    def __delattr__(self, n):
        print('deleting', n); super().__delattr__(n)
h = GAB()
print(h.x, h.q, h.yz)
h.w = 4
print(h.w)
del h.w
show(lambda: h.w)
class P:
    @property
    def bad(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fallback ' + n
print(P().bad)
