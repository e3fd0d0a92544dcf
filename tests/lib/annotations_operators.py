# Operators around names that are not defined, in annotations asked for as text and as references.
from annotationlib import get_annotations, Format
import inspect
class Ops:
    a: n1 + n2 * n3
    b: (n1 + n2) * n3
    c: n1 ** n2 ** n3
    d: (n1 ** n2) ** n3
    e: -n1 ** 2
    f: (-n1) ** 2
    g: n1 | n2 & n3
    h: (n1 | n2) & n3
    i: n1 - (n2 - n3)
    j: n1 - n2 - n3
    k: n1 < n2
    l: 2 ** n1
    m: (2 + n1) @ n2
    n: ~n1.x[n2]
    p: (n1 + n2).q
    q: n1(1, 2 + n2, k=n3)
print(get_annotations(Ops, format=Format.STRING))
print(get_annotations(Ops, format=Format.FORWARDREF))
def h(a: zz, b: 'yy' = 1): pass
print(inspect.signature(h, annotation_format=Format.FORWARDREF))
class D: pass
print(D.__annotations__)
D.__annotate__ = lambda format: {'f': format}
print(D.__annotations__)
D.__annotate__ = None
print(D.__annotations__)
