# Special methods that are properties which raise AttributeError; objects with __dict__ deleted; state of objects; names declared global within.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
# global in nested under exec with separate locals
g, l = {}, {}
exec('''
x = 1
def f():
    global x
    x = 2
f()
print(x)
y = x
''', g, l)
print({k:v for k,v in g.items() if k!='__builtins__'}, {k:v for k,v in l.items() if k!='f'})
g, l = {}, {}
exec('''
def f():
    global x
    x = 2
x = 1
print(x)
class A:
    x = 5
    def m(self): return x
t = [x for _ in range(2)]
''', g, l) if 0 else None
for src in ['x = 1\ndef f():\n global x\n x=2\nf()', 'x = 1\nclass A:\n global x\n x=2', 'x=1\nx+=1\ndef f():\n global x\ndel x', 'def f():\n global x\n def g(): return x\n return g()\nx=1\nr=f()', 'for x in range(3): pass\nlambda: x', 'global x\nx=1\ny=2']:
    g, l = {}, {}
    t(lambda: exec(src, g, l)); print({k:v for k,v in g.items() if k!='__builtins__' and not callable(v)}, {k:v for k,v in l.items() if not callable(v)})
# f.__dict__ of class function
class A: pass
a = A(); a.x = 1
def d(o, n): delattr(o, n)
t(lambda: d(a, '__dict__')); print(a.__dict__)
a.y = 1; print(a.__dict__)
class B:
    __slots__ = ('a', 'b', '__dict__')
b = B(); b.a = 1; b.z = 2
t(lambda: b.__getstate__()); t(lambda: b.__reduce_ex__(2)[1:])
t(lambda: b.__setstate__(None))
import copy
t(lambda: copy.copy(b).a)
class Sl: __slots__=('p','q')
s=Sl(); s.p=1
t(lambda: s.__getstate__()); t(lambda: s.__reduce__()); t(lambda: s.__reduce_ex__(1)); t(lambda: s.__reduce_ex__(2)[2])
t(lambda: Sl().__getstate__()); t(lambda: A().__getstate__()); t(lambda: object().__getstate__()); t(lambda: a.__reduce__()[1:]);  t(lambda: a.__reduce_ex__(0)[1:]); t(lambda: a.__reduce_ex__(4)[1:])
class PS:
    def __init__(s): s.v=1
    def __getstate__(s): return None
    def __setstate__(s, st): print('set', st)
t(lambda: copy.copy(PS()).__dict__)
class PS(PS):
    def __getstate__(s): return {}
t(lambda: copy.copy(PS()).__dict__)
class PS(PS):
    def __getstate__(s): return 3
t(lambda: copy.copy(PS()).__dict__)
t(lambda: copy.deepcopy(PS()).__dict__)
import types
class M(types.ModuleType):
    @property
    def __dict__(self): return 8
m = M('m')
t(lambda: dir(m))
class M(types.ModuleType):
    def __dir__(self): return ['b', 'a']
t(lambda: dir(M('m')))
m = types.ModuleType('m'); m.__dir__ = lambda: ['z', 'y']; t(lambda: dir(m)); m.__dir__ = lambda: 3; t(lambda: dir(m)); m.__dir__ = 3;  t(lambda: dir(m))
m = types.ModuleType('m'); m.__getattr__ = lambda n: n*2; t(lambda: m.foo); m.__getattr__ = 3; t(lambda: m.foo)
class P:
    @property
    def __eq__(self): raise AttributeError('eq')
    __hash__ = None
t(lambda: P() == 1); t(lambda: P() != 1); t(lambda: 1 == P()); t(lambda: hash(P()))
class P:
    @property
    def __lt__(self): raise AttributeError('lt')
    @property
    def __add__(self): raise AttributeError('add')
    @property
    def __radd__(self): raise AttributeError('radd')
    @property
    def __len__(self): raise AttributeError('len')
    @property
    def __iter__(self): raise AttributeError('iter')
    @property
    def __call__(self): raise AttributeError('call')
    @property
    def __getitem__(self): raise AttributeError('getitem')
    @property
    def __contains__(self): raise AttributeError('contains')
    @property
    def __bool__(self): raise AttributeError('bool')
    @property
    def __repr__(self): raise AttributeError('repr')
    @property
    def __str__(self): raise AttributeError('str')
    @property
    def __format__(self): raise AttributeError('format')
    @property
    def __index__(self): raise AttributeError('index')
    @property
    def __neg__(self): raise AttributeError('neg')
    @property
    def __iadd__(self): raise AttributeError('iadd')
    @property
    def __setitem__(self): raise AttributeError('setitem')
    @property
    def __enter__(self): raise AttributeError('enter')
    @property
    def __exit__(self): raise AttributeError('exit')
    @property
    def __hash__(self): raise AttributeError('hash')
    @property
    def __next__(self): raise AttributeError('next')
    @property
    def __round__(self): raise AttributeError('round')
    @property
    def __trunc__(self): raise AttributeError('trunc')
    @property
    def __int__(self): raise AttributeError('int')
    @property
    def __float__(self): raise AttributeError('float')
    @property
    def __complex__(self): raise AttributeError('complex')
    @property
    def __bytes__(self): raise AttributeError('bytes')
    @property
    def __reversed__(self): raise AttributeError('reversed')
    @property
    def __dir__(self): raise AttributeError('dir')
    @property
    def __length_hint__(self): raise AttributeError('hint')
    @property
    def __await__(self): raise AttributeError('await')
    @property
    def __aiter__(self): raise AttributeError('aiter')
    @property
    def __anext__(self): raise AttributeError('anext')
    @property
    def __setattr__(self): raise AttributeError('setattr')
    @property
    def __delattr__(self): raise AttributeError('delattr')
    @property
    def __divmod__(self): raise AttributeError('divmod')
    @property
    def __pow__(self): raise AttributeError('pow')
    @property
    def __fspath__(self): raise AttributeError('fspath')
    @property
    def __instancecheck__(self): raise AttributeError('ic')
    @property
    def __missing__(self): raise AttributeError('missing')
    @property
    def __copy__(self): raise AttributeError('copy')
    @property
    def __sizeof__(self): raise AttributeError('sizeof')
p = P(); P.__qualname__ = "P"; import operator, math, os, sys
def iadd(): q = p; q += 1
def w():
    with p: pass
def sa(): p.x = 1
def da(): del p.x
def un(): a, b = p
async def aw(): await p
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
for n, f in dict(lt=lambda: p < 1, gt=lambda: 1 > p, gt2=lambda: p > 1, add=lambda: p + 1, radd=lambda: 1 + p, len=lambda: len(p), iter=lambda: iter(p), call=lambda: p(), getitem=lambda: p[0], con=lambda: 1 in p, b=lambda: bool(p), r=lambda: repr(p)[:12], s=lambda: str(p), fmt=lambda: format(p), fs=lambda: f'{p}', idx=lambda: [1][p], neg=lambda: -p, iadd=iadd, si=lambda: operator.setitem(p, 1, 2), w=w, h=lambda: hash(p), nx=lambda: next(p), rnd=lambda: round(p), tr=lambda: math.trunc(p), i=lambda: int(p), fl=lambda: float(p), c=lambda: complex(p), by=lambda: bytes(p), rev=lambda: reversed(p), d=lambda: dir(p), l=lambda: list(p), lh=lambda: operator.length_hint(p), sa=sa, da=da, un=un, aw=lambda: run(aw()), ai=lambda: aiter(p), an=lambda: anext(p), dm=lambda: divmod(p, 1), pw=lambda: p ** 2, pw3=lambda: pow(p, 2, 3), fsp=lambda: os.fspath(p), ic=lambda: isinstance(1, p), cp=lambda: copy.copy(p), so=lambda: sys.getsizeof(p), st=lambda: [*p], srt=lambda: sorted([p, p]), mn=lambda: min(p, p), sm=lambda: sum([p]), jn=lambda: ''.join(p), ab=lambda: abs(p), fl2=lambda: math.floor(p)).items():
    print(n, end=' '); t(f)
