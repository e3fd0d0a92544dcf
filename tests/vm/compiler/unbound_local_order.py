def t(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def effect():
    print('effect', end=' ')
    return 1
def a():
    x + effect()
    x = 1
def b():
    x[effect()]
    x = 1
def c():
    x[effect()] = effect()
    x = 1
def d():
    x += effect()
def e():
    effect() + x
    x = 1
def f():
    x.y = effect()
    x = 1
def g():
    y = 1
    del y
    y + effect()
def h():
    for i in ():
        pass
    i < effect()
def k():
    if effect() > 5:
        z = 1
    z -= effect()
def m():
    x < 3
    x = 0
def n():
    if x:
        pass
    x = 0
def o():
    del x
def p():
    try:
        1 / 0
    except ZeroDivisionError as exc:
        pass
    exc
for fn in (a, b, c, d, e, f, g, h, k, m, n, o, p):
    t(fn)
