def g(n):
    x = yield n
    while x:
        x = yield x * 2
    return 'done'
it = g(1)
print(next(it), it.send(3), it.send(4))
try:
    it.send(0)
except StopIteration as e:
    print(e.value)
def d():
    r = yield from g(10)
    print('r', r)
    yield from [1, 2]
    return (yield)
it = d()
print(next(it), it.send(7))
print(it.send(None), next(it), next(it))
try: it.send('v')
except StopIteration as e: print(e.value)
def t():
    while True:
        try:
            yield 1
        except ValueError as e:
            yield 'caught ' + str(e)
        finally:
            print('fin')
it = t()
next(it); print(it.throw(ValueError('x')), next(it))
it.close()
def w():
    yield from t()
it = w(); next(it)
print(it.throw(ValueError('y')))
it.close()
def s():
    yield 1
    raise StopIteration('bad')
try: list(s())
except RuntimeError as e: print(e, repr(e.__cause__))
print(sum(i * i for i in range(5)), list(i for i in 'ab' if i > 'a'))
e = (print('lazy') or i for i in [1])
print(next(e))
try: (i for i in 5)
except TypeError as x: print(x)
def early():
    yield from ()
    return
    yield
print(list(early()))
lam = lambda: (yield 5)
print(list(lam()))
