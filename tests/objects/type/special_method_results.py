def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

def make(**methods):
    return type('X', (), methods)()
for f in [
    lambda: hash(make(__hash__=lambda s: 'a')), lambda: hash(make(__hash__=lambda s: -1)), lambda: hash(make(__hash__=lambda s: 5)),
    lambda: bool(make(__bool__=lambda s: 2)), lambda: len(make(__len__=lambda s: -1)), lambda: len(make(__len__=lambda s: 'a')),
    lambda: len(make(__len__=lambda s: 1 << 70)), lambda: bool(make(__len__=lambda s: 0)), lambda: len(make(__len__=lambda s: True)),
    lambda: repr(make(__repr__=lambda s: 2)), lambda: str(make(__repr__=lambda s: 2)), lambda: str(make(__str__=lambda s: 2)),
    lambda: str(make(__repr__=lambda s: 'r')), lambda: iter(make(__iter__=lambda s: 2)), lambda: iter(make(__iter__=None)),
    lambda: 1 in make(__contains__=None), lambda: hash(make(__hash__=None)), lambda: make(__add__=None) + 1,
    lambda: 1 + make(__radd__=None), lambda: reversed(make(__reversed__=None)), lambda: make(__call__=None)(),
    lambda: len(make(__len__=None)), lambda: bool(make(__bool__=None)), lambda: hash(make(__eq__=lambda s, o: 1)),
    lambda: [][make(__index__=lambda s: 'a')], lambda: [7, 8][make(__index__=lambda s: 1)], lambda: int(make(__int__=lambda s: 'a')),
    lambda: float(make(__float__=lambda s: 'a')), lambda: format(make(__format__=lambda s, x: 1)), lambda: format(make(__format__=lambda s, x: x + '!'), 'q'),
    lambda: list(make(__length_hint__=lambda s: 'a', __iter__=lambda s: iter([]))), lambda: list(make(__length_hint__=lambda s: -1, __iter__=lambda s: iter([]))),
    lambda: list(make(__length_hint__=lambda s: NotImplemented, __iter__=lambda s: iter([3]))),
    lambda: make(__getattribute__=lambda s, n: 'got ' + n).anything, lambda: make(__getattr__=lambda s, n: 'hook ' + n).anything,
    lambda: make(__getitem__=lambda s, k: k * 2)[4], lambda: make(__getitem__=lambda s, k: k * 2 if k < 3 else [][0]).__class__.__name__,
    lambda: list(make(__getitem__=lambda s, k: k * 2 if k < 3 else [][0])), lambda: 4 in make(__getitem__=lambda s, k: k * 2 if k < 3 else [][0]),
    lambda: type('X', (), {'__setitem__': lambda s, k, v: None})().__delitem__, lambda: make(__setitem__=lambda s, k, v: None)[1],
    lambda: make(__init__=None), lambda: type('X', (), {'__init__': lambda s: 1})(), lambda: format(make(), 'x'),
    lambda: make(__enter__=1).__enter__, lambda: -make(), lambda: abs(make()), lambda: ~make(__invert__=lambda s: 'inv'), lambda: make() < make(),
]:
    show(f)
