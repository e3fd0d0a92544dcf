class Index:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 0


class Equal(Index):
    def __eq__(self, other):
        self.view.release()
        return False


CASES = [
    'm[Index(m)]', 'm.__setitem__(Index(m), 1)', 'm.__setitem__(0, Index(m))', 'm[Index(m),]',
    'm.__setitem__((Index(m),), 1)', "m.__setitem__(slice(Index(m), 2), b'ab')", 'm.index(0, Index(m))',
    "m.hex(':', Index(m))", 'm.index(Equal(m))', 'm.count(Equal(m))', 'Equal(m) in m',
    'm[Index(m):2].tolist()',
]
for case in CASES:
    m = memoryview(bytearray(4))
    try:
        print(case, '->', eval(case))
    except Exception as error:
        print(case, '->', type(error).__name__, error)
