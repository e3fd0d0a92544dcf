# Annotations of a made __init__ are those of the class, evaluated when asked for; the text of __doc__.
from dataclasses import dataclass, InitVar, field
import inspect, annotationlib
@dataclass
class A:
    a: InitVar[int]
    b: later = 1
    c: 'str' = 'x'
print(A.__doc__.startswith('A(a: dataclasses.InitVar[int], b: '))
try: A.__init__.__annotations__
except NameError as e: print(e)
print(annotationlib.get_annotations(A.__init__, format=annotationlib.Format.STRING))
later = float
print(A.__init__.__annotations__, inspect.signature(A))
@dataclass
class B(A):
    d: bytes = b''
print(inspect.signature(B), B.__doc__)
@dataclass
class C:
    a: int
    def __init__(self, q, *r): pass
print(C.__doc__)
@dataclass(init=False)
class D:
    a: int
print(D.__doc__)
