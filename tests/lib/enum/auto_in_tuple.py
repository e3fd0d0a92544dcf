# auto() within tuples; what may not be mixed; errors of members carry no note about __set_name__.
from enum import *
class A(Enum):
    X = auto(), 'x'
    Y = auto(), 'y'
    Z = 10
    W = auto()
print(list(A))
try:
    class B(ReprEnum): X = 1
except TypeError as e: print(e)
try:
    class C(Enum):
        X = 1
        def __init__(self, v): raise ValueError('bad')
except ValueError as e: print(e, hasattr(e, '__notes__'))
