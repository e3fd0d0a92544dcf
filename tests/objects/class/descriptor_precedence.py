def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+":", e)
# descriptors, data/non-data
class Data:
    def __get__(self, o, t=None): return ('get', o is None, t.__name__ if t else None)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('del')
class NonData:
    def __get__(self, o, t=None): return 'nd'
class C:
    d = Data()
    n = NonData()
c = C()
c.__dict__['d'] = 5
c.__dict__['n'] = 6
print(c.d, c.n, C.d, C.n)
c.d = 1
del c.d
