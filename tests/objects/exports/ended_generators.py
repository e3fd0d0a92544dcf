# What ended generators and coroutines hold on to: nothing, but for those closed before they began.
import gc
import warnings
warnings.simplefilter("ignore")
def t(name, make):
    b = bytearray(9)
    x = make(b)
    gc.collect()
    try: b.append(1); print(name, 'ok')
    except BufferError as e: print(name, 'no')
def g(v):
    yield v[0]
    yield v[1]
async def co(v): return v[0]
async def ag(v): yield v[0]
def c1(b): c = co(memoryview(b)); c.close(); return c
def c2(b): c = g(memoryview(b)); c.close(); return c
def c3(b): c = g(memoryview(b)); next(c); c.close(); return c
def c4(b): c = g(memoryview(b)); list(c); return c
def c5(b):
    c = g(memoryview(b))
    try: c.throw(ValueError)
    except ValueError: pass
    return c
def c6(b):
    c = co(memoryview(b))
    try: c.send(None)
    except StopIteration: pass
    return c
def c7(b):
    c = co(memoryview(b))
    try: c.throw(ValueError)
    except ValueError: pass
    return c
def c8(b):
    a = ag(memoryview(b)); x = a.aclose()
    try: x.send(None)
    except StopIteration: pass
    return a, x
def c9(b):
    a = ag(memoryview(b)); x = a.asend(None)
    try: x.send(None)
    except StopIteration: pass
    x = a.aclose()
    try: x.send(None)
    except StopIteration: pass
    return a
def c10(b): c = (x for x in memoryview(b)); c.close(); return c
def c11(b): c = (x for x in memoryview(b)); list(c); return c
def c12(b):
    c = co(memoryview(b)); w = c.__await__(); w.close(); return c, w
def c13(b):
    m = memoryview(b)
    def g(): yield m[0]
    c = g(); list(c); return c
def c14(b):
    m = memoryview(b)
    def g(): yield m[0]
    c = g(); c.close(); return c
def c15(b):
    def g(x=memoryview(b)): yield 0
    c = g(); c.close(); return c
def c16(b):
    def g(x=memoryview(b)): yield 0
    c = g(); f = c.gi_frame; c.close(); return c, f
def c17(b):
    c = g(memoryview(b)); f = c.gi_frame; next(c); c.close(); return c, f
def c18(b):
    c = g(memoryview(b)); f = c.gi_frame; f.clear(); return c, f
def c19(b):
    c = g(memoryview(b)); f = c.gi_frame
    try: c.throw(KeyError)
    except KeyError as e: return e
def c20(b):
    c = g(memoryview(b)); next(c)
    try: c.throw(KeyError)
    except KeyError as e: return e
def c21(b):
    m = memoryview(b)
    async def f():
        async with m: pass
    c = f()
    try: c.send(None)
    except (AttributeError, TypeError): pass
    return c
def c22(b):
    def f():
        yield from memoryview(b)
    c = f(); next(c); c.close(); return c
def c23(b):
    def f():
        v = memoryview(b)
        try: yield 1
        finally: w = v
    c = f(); next(c); c.close(); return c
def c24(b):
    def f():
        v = memoryview(b)
        return v
        yield
    c = f()
    for x in c: pass
    return c
def c25(b):
    class A:
        def __await__(s): v = memoryview(b); yield v[0]
    async def f(): await A()
    c = f(); c.send(None); c.close(); return c
for k, f in list(globals().items()):
    if k[0] == 'c' and k[1:].isdigit(): t(k, f)
