def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

print(list[int], list[int, str], dict[str, list[int]], list[()], list[...], list[None], list['a'], type(list[int]))
print(list[int]([1]), list[int].__origin__, list[int].__args__, list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]))
class L(list[int]): pass
print(L.__mro__, L.__orig_bases__, L([1]))
print(list[int] | None, list[int] | dict[str, int])
class G:
    def __class_getitem__(cls, k): return k
print(G[5])
print(type[int])
for f in [lambda: list[int][str], lambda: isinstance(1, list[int]), lambda: issubclass(int, list[int]), lambda: int[1], lambda: G()[1], lambda: list[int].nothing]:
    show(f)
