def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
# dynamic class changes
class K: pass
k = K()
show(lambda: len(k))
K.__len__ = lambda s: 3
print(len(k))
class KK(K): pass
print(len(KK()))
K.__len__ = lambda s: 4
print(len(KK()))
del K.__len__
show(lambda: len(KK()))
K.__call__ = lambda s, *a, **k: (a, k)
print(KK()(1, b=2))
K.__eq__ = lambda s, o: True
print(K() == 5, KK() == 6, KK() != 6)
K.__init__ = lambda s, v: setattr(s, 'v', v)
print(KK(9).v)
K.__new__ = lambda cls, v: object.__new__(cls)
print(KK(9).v)
K.__getattr__ = lambda s, n: n
print(KK(1).foo)
del K.__getattr__
show(lambda: KK(1).foo)
# instance dunder not used
k = K(1)
k.__len__ = lambda: 5
show(lambda: len(k))
