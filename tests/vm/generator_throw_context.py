# What throw() makes of contexts and stacks, patterns of classes that are both kinds, and other corners.
import sys, collections, collections.abc, types, traceback
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, '|', repr(e.__context__), '|', repr(e.__cause__))
def f():
    try: raise KeyError('a')
    except Exception: yield
def throw(f, *a):
    g = f(); g.send(None); return g.throw(ValueError)
t(lambda: throw(f))
def f2():
    try: raise KeyError('a')
    except Exception:
        try: yield
        except Exception as exc: yield type(exc), repr(exc.__context__)
t(lambda: throw(f2))
def inner(): yield
def g2():
    try: raise KeyError('a')
    except Exception: yield from inner()
t(lambda: throw(g2))
def g3():
    try: raise KeyError('a')
    except Exception:
        try: yield
        except Exception: raise RuntimeError
t(lambda: throw(g3))
def g4():
    try: yield
    except ValueError: raise
t(lambda: throw(g4))
def ctx():
    try: 1/0
    except ZeroDivisionError: throw(inner)
t(ctx)
def ctx2():
    try: 1/0
    except ZeroDivisionError: throw(f)
t(ctx2)
async def a(): return await b()
async def b(): return await c()
@types.coroutine
def c():
    try: yield len(traceback.extract_stack())
    except ZeroDivisionError: yield len(traceback.extract_stack())
co = a(); t(lambda: co.send(None) - co.throw(ZeroDivisionError))
def names():
    fr = sys._getframe(1); r = []
    while fr and fr.f_code.co_name != 't': r.append(fr.f_code.co_name); fr = fr.f_back
    return r
def ff():
    yield names()
    try: yield names()
    except ZeroDivisionError: yield names()
def gg(): yield from ff()
def st():
    g = gg(); return g.send(None), g.send(None), g.throw(ZeroDivisionError)
t(st)
class Ctx:
    def __getitem__(s, i): return i
it = iter(Ctx()); it.__setstate__(sys.maxsize - 2)
t(lambda: next(it) - sys.maxsize); t(lambda: next(it) - sys.maxsize);t(lambda: next(it) - sys.maxsize);t(lambda: next(it) - sys.maxsize)
class C: pass
class M1(collections.UserDict, collections.abc.Sequence): pass
class M3(collections.UserDict, C, list): pass
class M4(dict, collections.abc.Sequence, C): pass
class S1(collections.UserList, collections.abc.Mapping): pass
class S3(list, C, collections.abc.Mapping): pass
class S4(collections.UserList, dict, C): pass
def sm(x):
    match x:
        case [*_]: return 'seq'
        case {}: return 'map'
def ms(x):
    match x:
        case {}: return 'map'
        case [*_]: return 'seq'
for k in M1, M3, M4, S1, S3, S4:
    k.__abstractmethods__ = frozenset() if hasattr(k, '__abstractmethods__') else None
    t(lambda: (k.__name__, sm(k()), ms(k())))
class K: __match_args__ = ('a', 'a'); a = None
def km():
    match K():
        case K(y, z): return 1
t(km)
class K2: __match_args__ = ('a',); a = None
def km2():
    match K2():
        case K2(y, a=z): return 1
t(km2)
t(lambda: exec("[i for i in (lambda:(j := range(5)))()]", {})); t(lambda: exec("{i for i in (lambda:(j := range(5)))()}", {}))
def es():
    try:
        try: raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
        except* (TypeError, ValueError) as e: raise SyntaxError(3)
    except ExceptionGroup as e: return 'group', repr(e), repr(e.exceptions[0].__context__)
    except SyntaxError as e: return 'syntax', e, repr(e.__context__)
t(es)
def es2():
    try:
        try: raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
        except* TypeError: raise SyntaxError(3)
    except ExceptionGroup as e: return repr(e), [repr(x.__context__) for x in e.exceptions]
t(es2)
def es3():
    try:
        try: raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
        except* TypeError: raise SyntaxError(3)
        except* ValueError: raise KeyError(4)
    except ExceptionGroup as e: return repr(e), [repr(x.__context__) for x in e.exceptions]
t(es3)
def es4():
    try:
        try: raise TypeError(1)
        except* TypeError: raise SyntaxError(3)
    except BaseException as e: return repr(e), repr(e.__context__)
t(es4)
t(lambda: print >> sys.stderr); t(lambda: print >> 3); t(lambda: print << sys.stderr); t(lambda: len >> 3)
def booh(self): raise AttributeError("booh")
class A:
    a = property(booh)
    def __getattr__(self, n): print('getattr', n); raise AttributeError(n)
t(lambda: A().a)
class A3:
    __eq__ = property(booh)
    __len__ = property(booh)
    __str__ = property(booh)
t(lambda: len(A3())); t(lambda: str(A3()))
class F:
    def __aiter__(self): return self
    def __anext__(self): return self
    def __await__(self): 1 / 0
async def main():
    async for i in F(): print('never')
t(lambda: main().send(None))
class I1:
    def __aiter__(self): return self
    def __anext__(self): return ()
async def main1():
    async for i in I1(): print('never')
t(lambda: main1().send(None))
