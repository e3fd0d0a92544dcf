# close() answers what the generator returned; the middle of a chain of comparisons is compared as it is written.
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
def g(n):
    try: yield 1
    except GeneratorExit as e:
        if n == 1: return 5
        if n == 2: raise StopIteration(3)
        if n == 3: raise GeneratorExit('own')
        if n == 4: raise
        if n == 5: yield 2
        if n == 6: raise ValueError
        if n == 7: return
for n in range(8):
    i = g(n); next(i); t(i.close); t(i.close)
i = g(1); t(i.close)
async def c():
    try: await A()
    except GeneratorExit: return 7
class A:
    def __await__(s): yield 1
x = c(); x.send(None); t(x.close)
def outer():
    try: yield from g(1)
    except GeneratorExit: return 'o'
o = outer(); next(o); t(o.close)
def outer(): return (yield from g(1))
o = outer(); next(o); t(o.close)
import contextlib
@contextlib.contextmanager
def cm(a, b=1): yield a
c = cm(1, b=2)
t(lambda: (c.args, c.kwds, c.func.__name__)); t(lambda: sorted(vars(c))); t(lambda: c.__doc__)
with c: pass
t(lambda: c.args); t(c.__enter__)
@contextlib.asynccontextmanager
async def acm(a): yield a
c = acm(1)
t(lambda: sorted(vars(c)))
async def use(c):
    async with c as v: return v
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
t(run, use(c)); t(run, use(c)); t(lambda: c.args)
@cm(3)
def f(): "doc"; return 'f'
t(f); t(f); t(lambda: f.__doc__)
