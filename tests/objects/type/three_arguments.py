def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
def f(self): return self.v
X = type('X', (object,), {'v': 5, 'f': f, '__module__': 'mod', '__doc__': 'd', '__qualname__': 'Q.X'})
print(X, X().f(), X.__doc__, repr(X()).split(' at')[0])
show(lambda: X.__name__)
