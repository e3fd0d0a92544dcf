# Signatures of what only looks like a function, of classes with __new__ and __init__, errors of getcallargs(), attributes of classes.
import abc
import copy
import enum
import functools
import inspect
import types
from inspect import Parameter, Signature, signature


def show(function):
    try:
        print(function())
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


def first(a, *, b=1, c):
    pass


def second(a, *, c, b=1):
    pass


class Like:
    def __init__(self, function):
        for name in '__name__', '__code__', '__annotations__', '__defaults__', '__kwdefaults__':
            setattr(self, name, getattr(function, name))

    def __call__(self, *args, **kwargs):
        pass


class Own(Signature):
    pass


print(Parameter('a', Parameter.POSITIONAL_ONLY, default=3, annotation=int).replace(annotation=Parameter.empty, default=Parameter.empty))
show(lambda: Parameter('a', 1).replace(name=Parameter.empty))
print(signature(first) == signature(second), hash(signature(first)) == hash(signature(second)))
print(type(Own.from_callable(first)), signature(Like(first)), copy.deepcopy(signature(first)))


class A:
    def __new__(cls, a=1, *args, **kwargs):
        pass


class B(A):
    def __init__(self, b):
        pass


class C(B):
    pass


class D(C):
    def __new__(cls, z):
        pass


class Meta(type):
    pass


class Color(enum.Enum):
    RED = 1


for cls in A, B, C, D, Meta, Color, enum.Enum, enum.auto, type:
    show(lambda: signature(cls))


class Calls:
    __call__ = staticmethod(lambda a, b: 0)


class Partials:
    def method(it, a, *, c):
        pass
    fine = functools.partialmethod(method, c=1)


show(lambda: signature(Calls()))
show(lambda: (signature(Partials.fine), signature(Partials().fine)))
show(lambda: Signature([Parameter('a', 4), Parameter('b', 4)]))


def everything(a, b_only, c_only=3, /, foo=42, *args, bar, **kwargs):
    pass


show(lambda: signature(everything).bind(a=1, b_only=2, bar=1))
show(lambda: signature(everything).bind(1, 2, c_only=5, bar=1))
show(lambda: inspect.getfullargspec(B))
for args, kwargs in ((), {}), ((1, 2), {}), ((1, 2, 3, 4, 5), {'bar': 0, 'x': 1}), ((1, 2), {'a': 5, 'bar': 1}):
    show(lambda: inspect.getcallargs(everything, *args, **kwargs))
    show(lambda: inspect.getcallargs(first, *args, **kwargs))
show(lambda: inspect.getcallargs(lambda a, b, c: 0))


class Virtual(type):
    @property
    def of_class(cls):
        return 5


class Members(metaclass=Virtual):
    @types.DynamicClassAttribute
    def dynamic(self):
        return 'dynamic'

    @classmethod
    def of_classes(cls):
        pass

    @staticmethod
    def static():
        pass

    @property
    def __dict__(self):
        return {'hidden': 1}


for attribute in inspect.classify_class_attrs(Members):
    if attribute.name[:2] != '__':
        print(attribute.name, attribute.kind, attribute.defining_class.__name__)
show(lambda: inspect.getattr_static(Members(), 'hidden'))
show(lambda: [name for name, value in inspect.getmembers(Color) if name[:2] != '__'])
seen = []


class Checked(abc.ABC):
    def __init_subclass__(cls):
        seen.append(inspect.isabstract(cls))


class Abstract(Checked):
    @abc.abstractmethod
    def method(self):
        pass


class Concrete(Abstract):
    def method(self):
        pass


print(seen)


def where():
    return inspect.getframeinfo(inspect.currentframe())


print(where().positions, inspect.stack()[0].positions)


def continued(m): return m and \
    m


class Body:
    def method(self):
        # a comment of the body
        return 1
        # another one
      # none of the body
    # nor this


print(inspect.getsource(continued), inspect.getsource(Body.method), sep='')


class Slots:
    __slots__ = {'power': 'measured in kilowatts'}


print(inspect.getdoc(Slots.power), inspect.formatargvalues(['a'], 'b', None, {'a': 1, 'b': (2,)}))
