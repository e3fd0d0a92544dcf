class M(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args):
        print('call', cls.__name__, args)
        return super().__call__(*args)
    def __getattr__(cls, name): return 'meta ' + name
    def __len__(cls): return 42
    def __getitem__(cls, key): return key
    def __contains__(cls, x): return x == 3
    def __iter__(cls): return iter('xyz')
    def __repr__(cls): return '<M ' + cls.__name__ + '>'
    def __instancecheck__(cls, x): return x == 5
    def __eq__(cls, other): return NotImplemented
    __hash__ = type.__hash__
    @property
    def prop(cls): return 'prop of ' + cls.__name__
class C(metaclass=M, flag=1):
    x = 1
    def __init__(self, a): self.a = a
class D(C): pass
c = C(5)
print(c.a, C.x, C.missing, len(C), C['k'], 3 in C, list(C), C, D, isinstance(5, C), isinstance(6, C), isinstance(c, C))
print(C.prop, type(D) is M, D(6).a)
try:
    c.prop
except AttributeError as e:
    print(e)
