class Clear:
    def __init__(self, n): self.n = n
    def __index__(self):
        a.clear()
        return self.n
def attempt(f):
    global a
    a = [1, 2, 3]
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
    print(a)
attempt(lambda: a[Clear(0)])
attempt(lambda: a[Clear(0):])
attempt(lambda: a.__setitem__(slice(Clear(0), 2), [9]))
attempt(lambda: a.__delitem__(slice(Clear(0), 2)))
attempt(lambda: a.insert(Clear(2), 1))
attempt(lambda: a.pop(Clear(0)))
attempt(lambda: a.__imul__(Clear(3)))
attempt(lambda: a.__setitem__(Clear(1), 1))
