def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
class AD(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
a = AD(x=1); a.y = 2; print(a, a.x, a['y']); del a.x; print(a)
show(lambda: a.zzz)
