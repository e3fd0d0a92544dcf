def f():
    a, b, c, d = 1, [1, 2, 3, 4], {'x': 1, 'y': 2}, type('O', (), {})()
    d.attr = 1
    del a, b[0], (c['x'], d.attr)
    del [b[1:2]]
    del ()
    print(b, c, hasattr(d, 'attr'))
    try: a
    except UnboundLocalError as e: print(e)
    for i in range(2):
        if i: print('i', i)
        t = i
        del t
    del b[:]
    print(b)
f()
g = 1
del g
try: g
except NameError as e: print(e)
try: del g
except NameError as e: print(e)
try: del [].x
except AttributeError as e: print(e)
