def sub():
    r = yield 'a'
    print('sub', r)
    return 'ret'
def outer():
    r = yield from sub()
    print('outer', r)
    try:
        yield from iter([1,2])
    except KeyError as e:
        print('KE', e)
        yield 'k'
    return 5
o = outer(); print(next(o)); print(o.send(3)); print(o.throw(KeyError('z')))
try: next(o)
except StopIteration as e: print(e.value)
