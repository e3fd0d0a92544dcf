import sys
def g1():
    try: raise ValueError
    except ValueError: yield 1
def g2():
    try: raise ValueError
    except ValueError:
        yield 1
        yield 2
def t(n, f):
    try: f()
    except Exception as e: print(n, type(e).__name__, end=' ')
    print(n, sys.exc_info()[0])
def close():
    g = g1(); next(g); g.close()
def throw():
    g = g1(); next(g); g.throw(KeyError)
def thr2():
    g = g1(); next(g)
    try: g.throw(RuntimeError())
    except RuntimeError: pass
def send():
    g = g1(); next(g)
    try: g.send(None)
    except StopIteration: pass
def loop():
    for x in g2(): pass
def brk():
    for x in g2(): break
def inhandler():
    try: raise TypeError
    except TypeError:
        g = g2(); next(g); print(sys.exc_info()[0]); g.close(); print(sys.exc_info()[0])
def inhandler2():
    g = g2(); next(g)
    try: raise TypeError
    except TypeError:
        next(g); print(sys.exc_info()[0]); g.close(); print(sys.exc_info()[0])
def g3():
    try: yield 1
    except GeneratorExit: print('in', sys.exc_info()[0]); raise
def clo3():
    g = g3(); next(g); g.close()
def clo4():
    try: 1/0
    except ZeroDivisionError:
        g = g3(); next(g); g.close(); print(sys.exc_info()[0])
def g4():
    try: raise ValueError
    except ValueError:
        try: yield 1
        finally: print('fin', sys.exc_info()[0])
def clo5():
    g = g4(); next(g); g.close()
def g5():
    with ctx():
        try: 1/0
        except ZeroDivisionError: yield 1
class ctx:
    def __enter__(s): return s
    def __exit__(s, *a): print('exit', a[0], sys.exc_info()[0]); return False
def clo6():
    g = g5(); next(g); g.close()
async def co():
    try: raise ValueError
    except ValueError: await A()
class A:
    def __await__(s): yield 1
def cor():
    c = co(); c.send(None); c.close()
def cor2():
    c = co(); c.send(None)
    try: c.throw(KeyError)
    except KeyError: pass
def yf():
    def o(): 
        try: raise ValueError
        except ValueError: yield from g2()
    g = o(); next(g); g.close()
for f in (close, throw, thr2, send, loop, brk, inhandler, inhandler2, clo3, clo4, clo5, clo6, cor, cor2, yf): t(f.__name__, f)
