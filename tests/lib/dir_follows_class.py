# dir() of an object lists the names of what its __class__ says.
class Named:
    def shout(self):
        pass


class Proxy:
    def __init__(self):
        self.own = 1

    @property
    def __class__(self):
        return Named


class Classless:
    __slots__ = ['__class__', '__dict__']

    def __init__(self):
        self.own = 1


class Odd:
    __class__ = 5


print('shout' in dir(Proxy()), 'own' in dir(Proxy()), '__init__' in dir(Proxy()))
print(dir(Classless()))
print(dir(Odd()))
