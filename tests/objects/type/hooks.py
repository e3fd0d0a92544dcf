def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class A(Base, tag=1): pass
class B(A): pass
print(A.tag, B.tag)
class Named:
    def __set_name__(self, owner, name):
        self.where = (owner.__name__, name)
class C:
    f = Named()
    g = Named()
print(C.f.where, C.g.where)
class Bad:
    def __set_name__(self, owner): pass
try:
    class D:
        q = Bad()
except TypeError as e:
    print(e, e.__notes__)
class E:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(E[1], E[1, 2])
show(lambda: type('T', (), {}, x=1))
show(lambda: type('T', (Base,), {}, tag=7).tag)
show(lambda: type('T', (Base,), {}, other=7).tag)
print(object.__subclasshook__(int), type.__prepare__(), type.__prepare__('x', (), a=1))
