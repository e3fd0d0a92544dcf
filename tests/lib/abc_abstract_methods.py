# Abstract methods, registered subclasses.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import abc
from abc import *
class A(ABC):
    @abstractmethod
    def f(self): pass
    @property
    @abstractmethod
    def g(self): pass
    @classmethod
    @abstractmethod
    def h(self): pass
show(lambda: A())
show(lambda: A)
show(lambda: type(A))
show(lambda: sorted(A.__abstractmethods__))
show(lambda: A.register(3))
show(lambda: A.register(A))
class B(A): pass
show(lambda: B.register(A))
show(lambda: issubclass(3,A))
show(lambda: isinstance(3,A))
show(lambda: A.register(int))
show(lambda: isinstance(3,A))
show(lambda: ABCMeta.__mro__)
show(lambda: A.__subclasscheck__(int))
show(lambda: update_abstractmethods(A))
