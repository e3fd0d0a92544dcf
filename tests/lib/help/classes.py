class Base:
    """Base doc."""
    base_attr = 5
    def inherited(self): "Inh."
    def over(self): "base over"
class Dog(Base):
    """A dog.

    More text."""
    kind = 'animal'
    CONST: int = 3
    def __init__(self, name, *args, age: int = 1, **kw):
        """Make it."""
    def bark(self, times=1):
        """Bark loudly."""
    def _private(self): "secret"
    def __repr__(self): return 'Dog'
    def over(self): "mine"
    @staticmethod
    def st(a): "static doc"
    @classmethod
    def cl(cls, b=2): "class doc"
    @property
    def prop(self):
        """The prop."""
    @prop.setter
    def prop(self, v): pass
    @property
    def ro(self): return 1
    nodoc = lambda self, x: x
    alias = bark
    def commented(self): pass
help(Dog)
class Slotted:
    __slots__ = ('a', 'b')
    def m(self, a, /, b, *, c) -> int: ...
help(Slotted)
class Empty: pass
help(Empty)
help(Dog.bark)
help(Dog('x').bark)
def f(a: int, b: 'str' = 'x', *args, c=None, **kw) -> list[int]:
    "Doc f."
help(f)
help(lambda x: x)
d = Dog('q')
help(d)
import enum
class Color(enum.Enum):
    RED = 1
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: str = 'a'
help(P)
class Multi(Base, dict): pass
class Err(ValueError):
    "My error."
help(Dog.prop)
help(Dog.st); help(Dog.cl)
async def co(): "coro"
help(co)
def gen():
    # a comment
    yield 1
help(gen)
class Meta(type): pass
class WithMeta(metaclass=Meta):
    x = 1
    def _p(self): pass
    __hidden = 3
    def __enter__(self): "en"
    def __len__(self): return 0
help(WithMeta)
class Sub2(Dog): pass
help(Sub2)
