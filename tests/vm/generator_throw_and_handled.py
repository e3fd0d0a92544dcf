class E(Exception):
    def __new__(cls, *a, **k): return cls
def gen():
    try: yield
    except E: return "done"
    except Exception as e: print('got', type(e), e); raise
g = gen(); next(g)
try: print(g.throw(E))
except BaseException as e: print(type(e), e)
g = gen()
try: print(g.throw(E))
except BaseException as e: print(type(e), e)
g = gen(); next(g)
for bad in (3, 'a', int, None, E.__new__, (ValueError,), BaseException, object()):
    g = gen(); next(g)
    try: print(g.throw(bad))
    except BaseException as e: print(type(e), e)
async def co(): 
    try: await A()
    except Exception as e: print('got', type(e), e); raise
class A:
    def __await__(s): yield
c = co(); c.send(None)
try: print(c.throw(E))
except BaseException as e: print(type(e), e)
try: raise E
except BaseException as e: print(type(e), e)
try: raise ValueError from E
except BaseException as e: print(type(e), e)
class F(Exception):
    def __init__(self): raise KeyError('in init')
for c in (gen,):
    g = c(); next(g)
    try: g.throw(F)
    except BaseException as e: print(type(e), e, e.__context__)
    g = c()
    try: g.throw(F)
    except BaseException as e: print(type(e), e, e.__context__)
import sys
def store():
    try: yield
    except Exception as exc:
        print(sys.exc_info()[0]); yield
        print(sys.exc_info()[0]); yield
        try: 1/0
        except ZeroDivisionError:
            print(sys.exc_info()[0]); yield
            print(sys.exc_info()[0])
        print(sys.exc_info()[0]); yield
        raise
m = store(); next(m)
try: raise ValueError('v')
except Exception as exc:
    m.throw(exc); print('h', sys.exc_info()[0])
next(m); next(m)
try: raise OSError
except OSError: next(m); print(sys.exc_info()[0])
print(sys.exc_info()[0])
try: next(m)
except ValueError as e: print('again', e)
print(sys.exc_info()[0])
def loops():
    for i in range(3):
        try: raise KeyError(i)
        except KeyError:
            if i == 1: continue
            yield sys.exc_info()[1]
    while True:
        try: raise IndexError
        except IndexError: break
    yield sys.exc_info()[1]
    try:
        try: raise KeyError
        finally: yield sys.exc_info()[1]
    except KeyError as e: yield sys.exc_info()[1]
    yield sys.exc_info()[1]
    def r():
        try: raise KeyError
        except KeyError: return sys.exc_info()[0]
    yield r(); yield sys.exc_info()[0]
    try: raise KeyError
    except* KeyError: yield type(sys.exc_info()[1])
    yield sys.exc_info()[0]
    with open('/dev/null') as f:
        try: raise KeyError
        except KeyError: yield 'w'; 
    try: raise TypeError
    except TypeError: return sys.exc_info()[0]
def drive(g):
    while True:
        try: print(repr(next(g)), sys.exc_info()[0])
        except StopIteration as e: return print('end', e.value, sys.exc_info()[0])
drive(loops())
try: 1/0
except ZeroDivisionError: drive(loops()); print(sys.exc_info()[0])
print(sys.exc_info()[0])
