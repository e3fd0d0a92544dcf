a = [1, 2]
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
class Index:
    def __index__(self): return 1
key = "x"
attempt(lambda: a[2])
attempt(lambda: a[-3])
attempt(lambda: a[key])
attempt(lambda: a[10**30])
attempt(lambda: a[Index()])
attempt(lambda: a[True])
attempt(lambda: a[key:])
attempt(lambda: a.__setitem__(5, 1))
attempt(lambda: a.__delitem__(5))
attempt(lambda: a.__setitem__(key, 1))
attempt(lambda: a.pop(9))
attempt(lambda: [].pop())
attempt(lambda: a.pop(key))
attempt(lambda: a.pop(10**30))
attempt(lambda: a.insert(10**30, 1))
attempt(lambda: a.index(9))
attempt(lambda: a.index(1, 1))
attempt(lambda: a.index(2, -1, 10**30))
attempt(lambda: a.index(2, key))
attempt(lambda: a.remove(9))
