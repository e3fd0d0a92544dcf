def first[T](x: T, n: int = 1, *, k=2) -> list[T]: return [x] * n + [k]
print(first(5), first.__type_params__, first.__annotations__, first.__qualname__)
class Box[T, *Ts, **P]:
    attr: T
    def m[U: (int, str)](self, u: U) -> T: return u
    @staticmethod
    def s[V: int](v: V): return V.__bound__
print(Box.__type_params__, Box.__qualname__, Box.m.__type_params__, Box().m(3), Box.s(1))
print(Box.__annotations__, Box.m.__annotations__, Box.m.__type_params__[0].__constraints__)
type Alias[T] = dict[str, T]
type Simple = list[Simple2]
Simple2 = int
print(Alias, Simple.__value__, Alias.__type_params__, Alias.__value__, Simple.__name__)
class D[T = int](list[T]): pass
print(D.__type_params__[0].__default__, D.__mro__[1].__name__)
def outer[T]():
    def inner[U](a: T, b: U): return T, U
    return inner
print(outer()(1, 2), outer().__annotations__)
class Shadow:
    T = 'class'
    def f[T](self, a: T): return a
    def g[U](self, a: T): return a
print(Shadow.f.__annotations__, Shadow.g.__annotations__)
def lazy[T: missing](): return T
try: lazy().__bound__
except NameError as e: print(e)
