def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
class Sh: a = 1
s = Sh(); s.a = 2; print(s.a, Sh.a); del s.a; print(s.a)
show(lambda: delattr(s, 'a'))
