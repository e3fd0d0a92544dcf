import sys
def cur():
    return repr(sys.exception())
def f():
    print(cur())
    try:
        raise ValueError(1)
    except ValueError:
        print(cur())
        try:
            raise KeyError(2)
        except KeyError as e:
            print(cur(), repr(e.__context__))
        print(cur())
        try:
            return cur()
        finally:
            print(cur())
    print('not here')
print(f(), cur())
def g():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            if i == 0: continue
            break
    print(cur())
    try:
        try:
            raise ValueError('a')
        except ValueError:
            raise KeyError('b')
    except KeyError as k:
        print(repr(k.__context__))
    print(cur())
    try:
        raise ValueError('x') from KeyError('y')
    except ValueError as e:
        print(repr(e.__cause__), e.__suppress_context__)
    try:
        try:
            1 / 0
        finally:
            print(cur())
    except ZeroDivisionError:
        pass
    print(cur())
    try:
        raise
    except RuntimeError as e:
        print(e)
g()
def gen():
    try:
        yield cur()
        raise ValueError
    except ValueError:
        yield cur()
    yield cur()
it = gen()
try:
    raise OSError
except OSError:
    print(next(it), next(it), next(it))
