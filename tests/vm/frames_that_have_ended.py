import sys, types

def attempt(function, *args):
    try:
        return repr(function(*args))
    except Exception as e:
        return f'{type(e).__name__}: {e}'

def err(a, b=2):
    local = a + b
    inner = [local]
    raise ValueError('x')
def outer(z):
    w = z * 2
    err(w)
def catch():
    mine = 1
    try:
        outer(5)
    except ValueError as e:
        return e

def t1():
    e = catch(); tb = e.__traceback__; out = []
    while tb:
        f = tb.tb_frame
        out.append((f.f_code.co_name, tb.tb_lineno, f.f_lineno, f.f_locals, f.f_back is not None and f.f_back.f_code.co_name, f.f_globals is globals(), type(f.f_builtins), f.f_trace, f.f_trace_lines, f.f_trace_opcodes))
        tb = tb.tb_next
    return out

print(t1())


def t7():
    x = 1
    def inner():
        y = x
        return sys._getframe()
    f = inner()
    return f.f_code.co_name, f.f_locals, f.f_back.f_code.co_name, f.f_lineno, f.f_lasti >= 0

print(t7())


def t18():
    def g():
        yield sys._getframe().f_back.f_code.co_name, it.gi_running
    it = g()
    r = [next(it)]
    list(it)
    return r, it.gi_frame

print(t18())


def t20():
    try: 1/0
    except ZeroDivisionError as e:
        t, v, tb = sys.exc_info()
        return t, v is e, tb is e.__traceback__, tb.tb_frame is sys._getframe(), sys.exception() is e, tb.tb_frame.f_locals['t']

print(t20())


def t24():
    fr = []
    def rec(n):
        if n == 0: fr.append(sys._getframe()); return
        rec(n - 1)
    rec(3)
    f = fr[0]; out = []
    while f and f.f_code.co_name == 'rec': out.append((f.f_locals['n'], f.f_lineno - f.f_code.co_firstlineno)); f = f.f_back
    return out

print(t24())


def t25():
    f = catch().__traceback__.tb_frame
    f.clear()
    return f.f_locals

print(t25())


def t36():
    e = None
    try:
        try: 1/0
        except Exception as a: raise KeyError('k') from a
    except KeyError as b: e = b
    return e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__.tb_lineno - e.__cause__.__traceback__.tb_lineno, e.__traceback__.tb_frame is e.__cause__.__traceback__.tb_frame

print(t36())


def t38():
    def f():
        a = 1
        def g():
            return a, sys._getframe()
        return g()
    v, fr = f()
    return fr.f_locals, fr.f_back.f_locals['a']

print(t38())


def t39():
    async def c():
        x = 1
        return sys._getframe()
    co = c()
    r = [co.cr_frame.f_locals, co.cr_code.co_name, co.cr_running, co.cr_await, co.cr_origin]
    try: co.send(None)
    except StopIteration as s: r.append(s.value.f_locals)
    r.append(co.cr_frame)
    return r

print(t39())


def t40():
    def f(): return sys._getframe()
    fr = f()
    return fr.f_back is sys._getframe(), fr.f_back.f_lineno - sys._getframe().f_code.co_firstlineno

print(t40())

