import contextlib, io, sys
from contextlib import *
@contextmanager
def cm(x):
    """doc"""
    print("in", x)
    try: yield x
    except ValueError as e: print("caught", e)
    finally: print("out")
with cm(1) as v: print(v)
with cm(2): raise ValueError("z")
try:
    with cm(3): raise KeyError("k")
except KeyError as e: print(repr(e))
print(cm.__name__, cm.__doc__, cm(5).__doc__)
@contextmanager
def no():
    if 0: yield
try:
    with no(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
try:
    with two(): 1/0
except BaseException as e: print(repr(e))
@contextmanager
def swallow():
    try: yield
    except Exception: pass
with swallow(): 1/0
@contextmanager
def si(): yield
try:
    with si(): raise StopIteration("x")
except StopIteration as e: print("SI", e)
@cm(7)
def deco(): print("body")
deco(); deco()
with suppress(KeyError, ValueError): raise KeyError
try:
    with suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* TypeError as e: print(e.exceptions)
f = io.StringIO()
with redirect_stdout(f): print("hidden")
print(repr(f.getvalue()))
with nullcontext(5) as x: print(x)
class C:
    def close(self): print("closed")
with closing(C()) as c: print(type(c).__name__)
with ExitStack() as st:
    print(st.enter_context(cm("a")), st.enter_context(cm("b")))
    st.callback(print, "cb", 1, sep="-")
    st.push(lambda *a: print("exit", a[0]))
try:
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        st.push(lambda *a: True)
        raise ValueError("q")
except ZeroDivisionError as e: print("zde", e.__context__)
try:
    with ExitStack() as st:
        st.callback(lambda: {}['k'])
        st.callback(lambda: 1/0)
        raise ValueError("q")
except KeyError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__), e.__context__.__context__.__context__)
with ExitStack() as st:
    st.callback(print, "never?"); s2 = st.pop_all()
print("after"); s2.close()
try: ExitStack().enter_context(3)
except TypeError as e: print(e)
print(issubclass(C, AbstractContextManager), isinstance(nullcontext(), AbstractContextManager), issubclass(ExitStack, AbstractContextManager))
class Mgr:
    def __enter__(self): pass
    def __exit__(self, *a): pass
print(isinstance(Mgr(), AbstractContextManager))
class Timer(ContextDecorator):
    def __enter__(self): print("start"); return self
    def __exit__(self, *exc): print("stop"); return False
@Timer()
def work(x): return x*2
print(work(4))
@asynccontextmanager
async def acm(x):
    print("ain"); 
    try: yield x
    finally: print("aout")
async def main():
    async with acm(3) as v: print(v)
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(acm(4)))
        async def cb(x): print("acb", x)
        st.push_async_callback(cb, 9)
        st.enter_context(cm("s"))
    async with nullcontext(7) as y: print(y)
c = main()
try: c.send(None)
except StopIteration: print("done")
print(contextlib.__all__)
