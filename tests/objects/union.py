def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

print(int | str, int | None, type(int | str), (int | str).__args__, (int | None).__args__)
print(int | str == str | int, hash(int | str) == hash(str | int), int | int, (int | str) | float, int | (str | int))
print(isinstance(1, int | str), isinstance(1.5, int | str), isinstance(None, int | None), issubclass(bool, int | str), isinstance(1, (str, int | None)))
class C: pass
print(C | None)
for f in [lambda: int | 1, lambda: 1 | int, lambda: int | 'a', lambda: (int | str)(), lambda: (int | str)[int], lambda: isinstance(1, int | list[int]), lambda: isinstance(1, str | list[int])]:
    show(f)
