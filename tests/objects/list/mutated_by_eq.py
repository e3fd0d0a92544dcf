class Evil:
    def __eq__(self, other):
        a.clear()
        return True
for name in ("index", "remove", "count", "__contains__"):
    a = [1, Evil(), 2]
    try:
        print(name, getattr(a, name)(5))
    except ValueError as error:
        print(name, error)
    print(a)
a = [Evil(), 1]
print(a == [2, 1], a)
