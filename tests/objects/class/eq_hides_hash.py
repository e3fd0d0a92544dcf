class A:
    def __eq__(self, o): return True
print(A.__hash__)
A.__hash__ = lambda s: 3
print(hash(A()))
del A.__hash__
print(hash(A()) is not None)
class B(A): 
    __hash__ = object.__hash__
print(isinstance(hash(B()), int))
class C(A): pass
print(C.__hash__ is not None)
