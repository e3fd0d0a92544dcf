# The marks below source lines: the operator of an operation, the brackets of a call or a subscript, several lines.
import traceback


def f1(): return a / b
def f2():
    x = 1
    return x / 0
def f3(): x = 5 ; y = x['a'] + 1
def f4():
    return (1 +
            2 / 0 +
            3)
def f5():
    foo = {}
    return foo['x']['y'] + g(1)
def g(*a, **k): raise ValueError(a)
def f6():
    g(1, 2,
      3)
def f7():
    x = g(
        1,
        2,
        3,
        4,
    )
def f8():
    return g(1)
def f9():
    x = g(1)
def f10():
    x = y = g(1)
def f11():
    x: int = g(1)
def f12():
    return (g(1))
def f13():
    a = None
    a.b.c = 1
def f14():
    import foo.bar
def f15():
    raise ValueError("x")
def f16():
    assert 1 == 2, "m"
def f17():
    a = [1, 2]
    a[5] = 3
def f18():
    a = [1]
    del a[3]
def f19():
    for i in 5: pass
def f20():
    with 5: pass
def f21():
    "é" + 1 + g(2)
def f22():
    "日本" + 1
def f23():
    x = "日本" + g("日本語", 2) + 3
def f24():
    é = g(1)
def f25():
    a, b = 1
def f26():
    return [i / 0 for i in range(3)]
def f27():
    return (lambda: 1/0)()
def f28():
    x = {}
    x.y
def f29():
    x = 1
    x.foo(1, 2).bar()
def f30():
    g(1)(2)[3]
def f31():
    return g(
        g(
            1
        )
    )
def f32():
    if g(1): pass
def f33():
    while True and g(1):
        pass
def f34():
    x = (1 / 0
         + 2)
def f35():
    x = (1
         # comment
         / # more
         0)
def f36():
    x = 1 \
        / 0
def f37():
    x = (1 if g(1) else 2)
def f38():
    return not g(1)
def f39():
    -"a"
def f40():
    1 < "a"
def f41():
    1 in 5
def f42():
    f"{1/0} and {g(1)}"
def f43():
    f"{g(1)!r:>10}"
def f44():
    print(*5)
def f45():
    g(**5)
def f46():
    x = 1
    x += "a"
def f48():
    x = (
        g(1)
        .foo
    )
def f49():
    return await_(1)
def f51():
    x = g(1); y = 2
def f52():
    return g(1)  # comment
def f53():
    y = 3; x = g(1)
def f54():
    x = None
    return x.a.b[1](2)
def f55():
    x = None
    x.a.b[1](2)
def f56():
    return "abc" "def" % 3
def f57():
    return """
  text
    """ % 3
def f58():
    class A(g(1)): pass
def f59():
    @g
    def q(): pass
def f60():
    def q(a=g(1)): pass
def f61():
    lambda: 0
    return (yield_, 1)
def f62():
    try:
        g(1)
    except g(2):
        pass
def f63():
    match g(1):
        case 1: pass
def f64():
    x = [
        1,
        2,
        g(3),
        4,
        5,
    ]
def f65():
    x = g(a=1,
          b=2,
          c=3) + \
        g(4)
def f66():
    a = b = 1
    return (a +
        b - 2 + 3 * 4
        + 5 - 6 - 7
        - 8 / 0)
def f67():
    return 1 + (
        2 +
        3 +
        4 +
        5 +
        "a"
    )
def f68():
    (1)/(0)
def f69():
    1 +(None)
def f70():
    return self_.x
def f71():
    nonexist
def f72():
    print(nonexist)
def f73():
    global q; del q
def f74():
    x = g
    x ( 1 ) 
def f75():
    raise ValueError("x") from g(1)
def f76():
    return {**5}
def f77():
    return [*5]
def f78():
    return {1: g(2), 3: 4}
def f79():
    return {[]: 1}
def f80():
    return (1).__add__("x", 2)
def f81():
    int("x", base=
        3)
def f83():
    x = """a
b""" + g(1)
def f87():
    x = list(i.foo for i in [1])
def f88():
    return sum(i/0
               for i in [1])
def f89():
    a = 1
    return a[0:1, 2]
def f92():
    x = 10**-1 ** "a"
def f93(): g(1) if 1 else 2
def f94(): x = [g(1)]
def f95():
    return  (  g(1) )  ; 
def f96():
    x=g(1)
def f97():
    x =(g)(1)
def f98():
    return g.a(1)
def f99():
    return (g)(1)

for name in [n for n in globals() if n[0] == 'f' and n[1:].isdigit()]:
    try:
        globals()[name]()
    except BaseException as e:
        print(''.join(traceback.format_tb(e.__traceback__.tb_next)).replace(__file__, 'FILE'), end='')
