# Classes with aliases of generic classes among their bases, and what such aliases show.
from typing import *
T = TypeVar('T'); U = TypeVar('U')
class G1(Generic[T]): pass
class PR(Protocol[T]): pass
def mk(s, **k):
    g = dict(globals()); g.update(k)
    try: exec(s, g); print('ok', g['X'].__mro__[1:], getattr(g['X'], '__parameters__', None), getattr(g['X'],'__orig_bases__',None), g['X'].__bases__)
    except BaseException as e: print(type(e).__name__, e)
for s in ['class X(G1[U], Protocol[T]): pass', 'class X(PR[U], Protocol[T]): pass','class X(PR[U], Protocol): pass','class X(PR[int], Protocol[T]): pass','class X(PR[T], Protocol[T,U]): pass', 'class X(Protocol[T], Protocol[U]): pass', 'class X(Generic[T], Protocol): pass','class X(Protocol, Generic[T]): pass','class X(Generic[T], list[T]): pass','class X(Generic[T], List[T]): pass','class X(Generic[T], list): pass','class X(Generic[T], G1[T]): pass','class X(G1[T], Generic[T]): pass','class X(G1[T]): pass','class X(G1): pass','class X(List[T], List[U]): pass','class X(Iterable[T], Sized): pass','class X(Sized, Iterable[T]): pass','class X(Iterable[T], Container[T], Generic[T, U]): pass','class X(List[int]): pass','class X(List): pass','class X(List, Sized): pass','class X(G1[T], List[T]): pass','class X(List[T], G1[T]): pass','class X(List[T], int): pass','class X(G1, Generic[T]): pass','class X(Generic[T], G1): pass','class X(G1[int], G1[str]): pass','class X(Dict[str, T], G1[T]): pass','class X(Generic[T], Mapping[str,T]): pass','class X(Callable[[T],U]): pass','class X(Annotated[G1[T],1], Generic[T]): pass','class X(list[T], dict[T,U]): pass','class X(list[T], G1[U]): pass', 'class X(Tuple[T, ...]): pass', 'class X(Type[T]): pass', 'class X(NamedTuple, G1[T]): x: T', 'class X[T](G1[T]): pass', 'class X[T](List[T], G1[T]): pass', 'class X[T](G1[U]): pass', 'class X[T](Generic[U]): pass','class X[T](Sized, Iterable[T]): pass']:
    print('#', s); mk(s)
for x in ['isinstance(G1(), G1[int])','isinstance(1, G1[T])','issubclass(int, G1[int])','isinstance(1, List[int])','isinstance(1, list[int])','isinstance(1,PR[int])','isinstance(1, PR)','isinstance(1, Generic[T])','isinstance(1, Generic)', 'isinstance(1, (int, G1[int]))','isinstance("", (int, G1[int]))','G1[[int]]','G1[[int,T]]','G1[[int]].__args__','Generic[T].__mro_entries__((Generic[T],))', 'G1[int].__mro_entries__((G1[int],))','G1[int].__class__','type(G1[int]).__name__','G1[int]._name','G1[int].__name__','G1[int].__qualname__','G1[int].__module__','G1[int].__doc__','G1[int].foo','G1[int].__foo__','repr(G1)','G1[int].__parameters__','G1[int] == G1[int]','G1[int] is G1[int]','G1[int] | None','None | G1[int]','Union[G1[int], None]','G1["X"]','G1["X"].__args__','list["X"].__args__','G1[int].__unpacked__','list[int].__unpacked__','dir(G1[int])[:4]','hash(G1[int])==hash(G1[int])','G1[int].x']:
    try: print(x, eval(x))
    except BaseException as e: print(x, type(e).__name__, e)
G1[int].attr = 3
print(G1.attr)
class Init(Generic[T]):
    def __init__(self): print('orig', hasattr(self, '__orig_class__'))
i = Init[int](); print(i.__orig_class__, Init().__dict__)
class Sl(Generic[T]): __slots__ = ()
try: Sl[int]().__orig_class__
except AttributeError as e: print(e)
