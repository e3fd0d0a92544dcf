"""Abstract base classes (PEP 3119)."""

from _abc import ABCMeta, get_cache_token


def abstractmethod(funcobj):
    """Marks a method as abstract: a class that has such methods makes no instances."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Marks classmethods as abstract. Deprecated: use classmethod over abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Marks staticmethods as abstract. Deprecated: use staticmethod over abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Marks properties as abstract. Deprecated: use property over abstractmethod."""

    __isabstractmethod__ = True


def update_abstractmethods(cls):
    """Works out anew which methods of an abstract class are abstract, after they were changed."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    names = {name for base in cls.__bases__ for name in getattr(base, '__abstractmethods__', ())
             if getattr(getattr(cls, name, None), '__isabstractmethod__', False)}
    names |= {name for name, value in vars(cls).items() if getattr(value, '__isabstractmethod__', False)}
    cls.__abstractmethods__ = frozenset(names)
    return cls


def _hook(*names):
    """A __subclasshook__: true for the class that has it, not for its subclasses, when another has all these methods, none
    of them set to None."""
    @classmethod
    def __subclasshook__(cls, C):
        if cls.__dict__.get('__subclasshook__') is not hook:
            return NotImplemented
        for name in names:
            for base in C.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True

    hook = __subclasshook__
    return hook


class ABC(metaclass=ABCMeta):
    """A base class that makes ABCMeta the metaclass."""

    __slots__ = ()
