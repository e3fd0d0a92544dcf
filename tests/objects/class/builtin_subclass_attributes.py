class I(int): pass
class F(float): pass
class S(str): pass
class B(bytes): pass
class BA(bytearray): pass
class L(list): pass
class T(tuple): pass
class D(dict): pass
class St(set): pass
class Fr(frozenset): pass
class E(Exception): pass
for cls, arg in [(I, 5), (I, 1 << 80), (F, 1.5), (S, 'aé'), (B, b'ab'), (BA, b'ab'), (L, [1]), (T, (1, 2, 3)), (D, {1: 2}), (St, [1]), (Fr, [1]), (E, 'x')]:
    o = cls(arg)
    o.tag = cls.__name__
    o.more = [1, 2]
    for i in range(10):
        setattr(o, 'n%d' % i, i)
    print(repr(o), o.tag, o.more, o.n9, type(o).__name__, o == cls(arg), len(o.__dict__))
print(I(3) + 4, type(I(3) + 4), S('a') + 'b', type(S('a').upper()), L([1]) + [2], T((1,)) + (2,), B(b'a') + b'b')
