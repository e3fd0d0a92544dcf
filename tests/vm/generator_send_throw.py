def gen():
    try:
        x = yield 1
        print('got', x)
        yield 2
    except ValueError as e:
        print('VE', e)
        yield 'caught'
    finally:
        print('fin')
g = gen(); print(next(g)); print(g.send('a')); print(g.throw(ValueError('boo')))
try: next(g)
except StopIteration as e: print('stop', e.value)
