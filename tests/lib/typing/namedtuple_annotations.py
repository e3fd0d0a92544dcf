import typing, inspect
class A(typing.NamedTuple):
    x: int
    y: 'Undefined' = 3
class B(typing.NamedTuple):
    z: Later
B2 = typing.NamedTuple('B2', [('p', int), ('q', 'str')])
class Later: pass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: inspect.signature(A)); t(lambda: A.__new__.__annotations__); t(lambda: A.__annotations__); t(lambda: B.__annotations__); t(lambda: B.__new__.__annotations__); t(lambda: inspect.signature(B2)); t(lambda: B2.__annotations__); t(lambda: B2.__new__.__annotations__); t(lambda: typing.get_type_hints(B)); t(lambda: A(1)._asdict()); t(lambda: A.__new__.__name__)
import annotationlib
T = typing.TypeVar('T')
class Gn(typing.NamedTuple, typing.Generic[T]):
    a: T
    b: list[T] = []
    def m(self): return self.a
t(lambda: Gn.__annotations__); t(lambda: Gn(1).m()); t(lambda: Gn[int]); t(lambda: typing.get_type_hints(Gn)); t(lambda: inspect.signature(Gn)); t(lambda: annotationlib.get_annotations(A, format=annotationlib.Format.STRING)); t(lambda: annotationlib.get_annotations(B2, format=annotationlib.Format.STRING))
class Sub(A): 
    extra: int = 3
t(lambda: Sub.__annotations__); t(lambda: Sub(1)); t(lambda: typing.get_type_hints(A))
class E(typing.NamedTuple): pass
t(lambda: (E(), E.__annotations__))
t(lambda: typing.NamedTuple('Z', [('a', 3)])); t(lambda: typing.NamedTuple('Z', [('a', None)]).__annotations__)
def bad():
    class Q(typing.NamedTuple):
        a: 3
    return Q.__annotations__
t(bad)
class Rec(typing.NamedTuple):
    val: int
    nxt: Rec | None = None
t(lambda: Rec.__annotations__); t(lambda: Rec(1, Rec(2))); t(lambda: Rec.__new__.__defaults__); t(lambda: Rec._field_defaults)
