def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
class T:
    def __setattr__(self, n, v): object.__setattr__(self, n, (v,))
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
t = T(); t.a = 1; print(t.a, t.__dict__); del t.a; show(lambda: t.a)
