def t(exc):
    try:
        try:
            raise exc
        except* ValueError as e:
            print('V', e.exceptions)
        except* (KeyError, OSError) as e:
            print('K', e.exceptions)
        else:
            print('else')
        finally:
            print('fin')
    except BaseException as e:
        print('out', repr(e))
t(ExceptionGroup('g', [ValueError(1), KeyError(2), ValueError(3)]))
t(ExceptionGroup('g', [ValueError(1), TypeError(2)]))
t(ValueError(5))
t(TypeError(6))
try:
    pass
except* ValueError:
    print('no')
else:
    print('else')
def f():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        raise TypeError('new')
    except* KeyError:
        raise
try:
    f()
except BaseException as e:
    print(repr(e), [repr(x) for x in e.exceptions])
for i in range(2):
    try:
        raise ExceptionGroup('g', [ValueError(i)])
    except* ValueError:
        for j in range(3):
            if j == 1: break
        print(j)
