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

def t2():
    x = 1
    f = sys._getframe()
    l = f.f_locals
    return type(l).__name__, dict(l)['x'], l['x'], len(l), list(l), list(l.keys()), list(l.values())[0], list(l.items())[0], 'x' in l, 'y' in l, l.get('x'), l.get('q', 5), isinstance(l, dict)

print(t2())


def t3():
    x = 1
    l = sys._getframe().f_locals
    l['x'] = 42
    l['new'] = 7
    return x, l['new'], sorted(l), locals().get('new'), 'new' in sys._getframe().f_locals

print(t3())


def t4():
    x = 1
    return sys._getframe().f_locals

print(t4())


def t6():
    x = 1
    def inner():
        y = x
        return sys._getframe().f_locals
    l = inner()
    return dict(l), l['x'], l['y']

print(t6())


def t22():
    class A:
        y = 2
        l = sys._getframe().f_locals
        l['z'] = 3
        n = sys._getframe().f_code.co_name
    return A.z, A.n, type(A.l)

print(t22())


def t27():
    x = 5
    r = []
    for k in [1, 2]:
        r.append([sys._getframe().f_locals['q'] for q in [k]])
    return r, [sorted(locals()) for zz in [1]]

print(t27())


def t28():
    a = 1
    def g(): nonlocal a; a += 1
    g()
    f = sys._getframe()
    f.f_locals['a'] = 50
    return a, f.f_locals['a'], f.f_code.co_cellvars

print(t28())


def t29():
    f = sys._getframe()
    r = attempt(lambda: f.f_locals['later'])
    later = 3
    return r, f.f_locals['later'], list(f.f_locals)

print(t29())


def t30():
    l = locals()
    x = 1
    m = locals()
    return l, sorted(m), l is m, locals() == locals()

print(t30())


def t31():
    x = 1
    exec('x = 2; y = 3')
    return x, 'y' in locals(), eval('x'), attempt(eval, 'y')

print(t31())


def t32():
    x = 1
    d = locals()
    exec('x = 2; y = 3', globals(), d)
    return x, d['x'], d['y']

print(t32())


def t33():
    x = 1
    exec('x = 2; y = 3', globals(), sys._getframe().f_locals)
    return x, sys._getframe().f_locals['y']

print(t33())


def t34():
    return [sorted(locals()) for i in [1]], (lambda q: locals())(3), list((sorted(locals()) for i in [1]))

print(t34())


def t35():
    x = 1; y = 2
    return [v for v in vars()], sorted(dir()), [eval('x') for i in [1]], [eval('i') for i in [1, 2]]

print(t35())

