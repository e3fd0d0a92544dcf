# getattr_static() and classify_class_attrs() with metaclasses and hidden __dict__; documentation of slots.
import inspect

class Base:
    __slots__ = ('s',)
    x = 1
    @property
    def p(self): return 1 / 0
    def __getattr__(self, name): return 5
class Hiding(Base):
    def __init__(self): self.__dict__['p'] = 9
class Own(Base):
    @property
    def __dict__(self): return {'no': 1}
class OddDict(dict):
    get = None
class Odd: pass
odd = Odd()
odd.__dict__ = OddDict()
odd.y = 3
for thing, name in [(Base(), 'x'), (Base(), 'p'), (Base(), 's'), (Base(), 'zz'), (Base, 'x'), (Base, 'mro'), (Hiding(), 'p'), (Own(), 'no'), (odd, 'y'),
                    (int, 'real'), (inspect, 'nothing'), (type, '__dict__')]:
    try:
        print(name, type(inspect.getattr_static(thing, name)).__name__)
    except AttributeError as e:
        print('AttributeError', e)
print(inspect.getattr_static(Base(), 'zz', 7))

class Meta(type):
    @property
    def computed(cls): return 1
    def __getattr__(cls, name):
        if name == 'virtual': return 42
        raise AttributeError(name)
    def __dir__(cls): return ['virtual', 'computed', 'a', 's', 'lost']
class Thing(metaclass=Meta):
    a = 1
    @staticmethod
    def s(): pass
for attribute in inspect.classify_class_attrs(Thing):
    print(attribute.name, attribute.kind, attribute.defining_class)

class Car:
    "doc"
    __slots__ = {'power': 'measured in kilowatts', 'wheels': None}
    @property
    def p(self): "p doc"
    def f(self): "f doc\n      more"
class Van(Car):
    @property
    def p(self): pass
    def f(self): pass
for thing in (Van, Van.p, Van.f, Van().f, Van.power, Van.wheels):
    print(inspect.getdoc(thing))
