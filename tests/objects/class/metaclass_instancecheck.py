class Meta(type):
    def __subclasscheck__(cls, sub): return hasattr(sub, 'quack')
    def __instancecheck__(cls, o): return hasattr(o, 'quack')
class Duck(metaclass=Meta): pass
class D2:
    def quack(self): pass
print(isinstance(D2(), Duck), issubclass(D2, Duck), isinstance(3, Duck), isinstance(D2(), (int, Duck)))
try:
    raise ValueError('x')
except (KeyError, ValueError) as e: print(type(e))
