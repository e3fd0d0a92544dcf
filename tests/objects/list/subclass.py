class L(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.tag = "tag"
a = L([1, 2])
print(a, repr(a), a.tag, type(a + [3]), type(a * 2), type(a[:]), type(a.copy()))
a += [3]
print(type(a), a, a == [1, 2, 3], [1, 2, 3] == a)
class Loud(list):
    def __getitem__(self, i): return "loud"
print(Loud([1])[0], list(Loud([1])))
