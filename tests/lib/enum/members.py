from enum import *


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class Color(Enum):
    """doc"""
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(1), Color['RED'], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.RED.describe(), Color.__members__, Color.RED in Color, 1 in Color, 9 in Color, 'RED' in Color)
print(Color, repr(Color), type(Color), Color.RED.__class__, isinstance(Color.RED, Color), Color.RED == 1, hash(Color.RED) == hash('RED'), f"{Color.RED}", "%s" % Color.RED, Color.__doc__, bool(Color.RED), Color.RED.value, Color.RED.name, Color.RED._value_)
t(lambda: Color(7)); t(lambda: Color['X']); t(lambda: Color.X); t(lambda: setattr(Color, 'RED', 3)); t(lambda: delattr(Color, 'RED')); t(lambda: setattr(Color.RED, 'value', 3)); t(lambda: setattr(Color.RED, 'name', 3)); t(lambda: Color.RED < Color.GREEN); t(lambda: Color())
print(list(reversed(Color)), dir(Color), dir(Color.RED), Color.RED.RED if 0 else '')

