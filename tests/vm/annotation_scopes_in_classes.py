# What a name means in the lazily evaluated scopes of a class: its own names come first, even those that it gets later; a name that
# the class binds or calls global is looked for in no function around it.
x = 'global'


def bound_later():
    x = 'nonlocal'

    class Class:
        type Alias = x
        before = Alias.__value__

        def method[T: x](self, arg: x): ...
        bound = method.__type_params__[0].__bound__
        annotation = method.__annotations__['arg']
        x = 'class'
    return Class


def not_bound():
    x = 'nonlocal'

    class Class:
        type Alias = x

        def method[T: x](self, arg: x): ...
    return Class


def called_global():
    x = 'nonlocal'

    class Class:
        global x
        type Alias = x

        def method(self, arg: x): ...
    Class.x = 'class'
    return Class


def called_nonlocal():
    x = 'nonlocal'

    class Class:
        nonlocal x
        type Alias = x
        x = 'class'
    return Class


cls = bound_later()
print(cls.before, cls.bound, cls.annotation, cls.Alias.__value__)
cls = not_bound()
print(cls.Alias.__value__, cls.method.__type_params__[0].__bound__, cls.method.__annotations__)
cls = called_global()
print(cls.Alias.__value__, cls.method.__annotations__)
print(called_nonlocal().Alias.__value__)


class Changed:
    Kind = int
    type Alias = Kind
    field: Kind

    def method[U: Kind](self, a: Kind) -> U: ...


Changed.Kind = float
print(Changed.Alias.__value__, Changed.method.__type_params__[0].__bound__, Changed.method.__annotations__,
      Changed.__annotations__)


class Names(type):
    def __new__(metacls, name, bases, namespace):
        print([key for key in namespace if 'cell' in key])
        made = super().__new__(metacls, name, bases, namespace)
        print([key for key in vars(made) if 'cell' in key])
        return made


class Shown(metaclass=Names):
    a: int

    def method(self): return __class__
