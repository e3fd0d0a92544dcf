def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
a = list[int]
attempt(lambda: (a, tuple[()], tuple[int, ...], list["int"], list[[int, str]]))
attempt(lambda: (a(range(3)), a.__origin__, a.__args__, a.__parameters__, type(a), a.__unpacked__))
attempt(lambda: (a == list[int], a == list[str], hash(a) == hash(list[int]), a in {list[int]}))
attempt(lambda: (a | None, int | a))
attempt(lambda: dict[str, int].fromkeys("ab"))
attempt(lambda: (set[int], frozenset[int], type[int], enumerate[int], tuple[*tuple[int, str]]))
attempt(lambda: (a.append, a.__mro_entries__(()), a.__name__))
def generic[T, U]():
    return dict[T, list[U]]
attempt(lambda: (generic(), generic().__parameters__, generic()[int, str]))
attempt(lambda: generic()[int])
class Box[T]:
    pass
attempt(lambda: Box[int])
