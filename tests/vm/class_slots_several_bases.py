# What __slots__ leave to the instances: attributes and weak references of a second base, __class__ between
# classes of the same slots, names that are no identifiers.
class Bare: __slots__ = ()
class Full: pass
class Dict: __slots__ = ['__dict__']
class Weak: __slots__ = ['__weakref__']
class A(Bare, Full): __slots__ = ()
class B(Weak, Dict): __slots__ = []
class C(Dict, Weak): __slots__ = []
for cls in (A, B, C):
    o = cls()
    o.x = 2
    print(cls.__name__, o.__dict__, hasattr(o, '__weakref__'), '__dict__' in vars(cls))
print(hasattr(Dict(), '__weakref__'), hasattr(Weak(), '__dict__'))

class P: __slots__ = 'a', 'b'
class Q: __slots__ = 'b', 'a'
class R: __slots__ = 'a', 'c'
class S(P): __slots__ = 'e'
class T(Q): __slots__ = 'e'
class U(P): __slots__ = '__dict__'
class V(P): pass
def change(first, second):
    o = first()
    o.a = 1
    try:
        o.__class__ = second
        print(type(o).__name__, o.a)
    except TypeError as e:
        print(e)
change(P, Q); change(Q, P); change(P, R); change(S, T); change(U, V); change(V, U); change(P, S)

for name in 'é', chr(128), 'a b', '1', '', 'ñandú_1':
    try:
        type('X', (), {'__slots__': [name]})
        print(ascii(name), 'taken')
    except TypeError as e:
        print(ascii(name), e)

class Plain: pass
class Meta(Plain, type): pass
class Made(metaclass=Meta): x = 1
print(type(Made.__dict__).__name__, Made.__dict__['x'])
