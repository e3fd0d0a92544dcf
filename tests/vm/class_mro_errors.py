class Meta(type): pass
class A(metaclass=Meta): pass
class Base: pass
try:
    class X(A, int): pass
except TypeError as x: print(x)
try:
    class Y(object, Base): pass
except TypeError as x: print(x)
try:
    class Z(int, str): pass
except TypeError as x: print(x)
try:
    class W(bool): pass
except TypeError as x: print(x)
class Other(type): pass
try:
    class V(A, metaclass=Other): pass
except TypeError as x: print(x)
