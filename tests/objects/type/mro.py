class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([c.__name__ for c in D.__mro__], [c.__name__ for c in D.mro()])
class O: pass
class F(O): pass
class E(O): pass
class G(O): pass
class H(F, E): pass
class I(E, G): pass
class J(H, I): pass
print([c.__name__ for c in J.__mro__])
print(D.__bases__, D.__base__, A.__subclasses__())
class M(type):
    def mro(cls):
        return [cls, A, object]
class K(B, metaclass=M): pass
print(K.__mro__)
class L(A, list): pass
print(L.__base__, L.__mro__, L([1, 2]))
