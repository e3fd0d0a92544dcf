# Signatures of classes, of what looks like a function, of partial methods, and what replace() and subclasses make of them.
import functools
import inspect

def show(thing):
    try:
        print(inspect.signature(thing))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

class New:
    def __new__(cls, a=1, *args, **more):
        return object.__new__(cls)
class Init(New):
    def __init__(self, b):
        pass
class Neither(Init): pass
class Meta(type): pass
class Calling(type):
    def __call__(cls, p, q): pass
class Called(metaclass=Calling): pass
class Methods:
    def m(self, a, b=2): pass
    def nothing(*args): pass
    one = functools.partialmethod(m, 1)
    named = functools.partialmethod(m, b=5)
    wide = functools.partialmethod(nothing, 1)
    def __call__(self, *, k: int = 3): pass
for thing in (New, Init, Neither, Meta, Called, Methods, Methods(), Methods.m, Methods().m, Methods.one, Methods().one, Methods.named, Methods().named,
              Methods.wide, Methods().nothing, functools.partial(Methods.m, b=5), functools.partial(Methods.m, 1), type, object, 5):
    show(thing)

class LikeFunction:
    def __init__(self, function):
        for name in ('__name__', '__code__', '__defaults__', '__kwdefaults__', '__annotations__'):
            setattr(self, name, getattr(function, name))
    def __call__(self, *args):
        pass
show(LikeFunction(lambda a, *, b=1: 0))
def told(*args): pass
told.__text_signature__ = '($self, a, b=1)'
show(told)
class MyParameter(inspect.Parameter): pass
class MySignature(inspect.Signature):
    _parameter_cls = MyParameter
made = MySignature.from_callable(lambda a: 0)
print(type(made).__name__, type(made.parameters['a']).__name__)
def annotated(a: int = 3) -> 42: pass
made = inspect.signature(annotated)
print(made.replace(return_annotation=made.empty), made.replace(parameters=[]), made.replace(return_annotation=None))
parameter = made.parameters['a']
print(parameter.replace(default=parameter.empty), parameter.replace(annotation=parameter.empty), parameter.replace(name='z', kind=parameter.KEYWORD_ONLY))
print(hash(inspect.signature(lambda *, a, b: 0)) == hash(inspect.signature(lambda *, b, a: 0)))
print(inspect.getfullargspec(Init).args, inspect.getfullargspec(Methods()).kwonlyargs)
