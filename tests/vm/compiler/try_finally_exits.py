log = []
def a():
    try:
        return log.append('body') or 'value'
    finally:
        log.append('finally')
def b():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            log.append(i)
        finally:
            log.append('f%d' % i)
    return 'b'
def c():
    while True:
        try:
            try:
                return 1
            finally:
                log.append('inner')
        finally:
            log.append('outer')
            break
    return 2
def d():
    try:
        1 / 0
    finally:
        return 'swallowed'
def e():
    for x in [1, 2]:
        try:
            raise ValueError(x)
        except ValueError as err:
            log.append(err.args)
            try:
                continue
            finally:
                log.append('c')
        else:
            log.append('no')
        finally:
            log.append('fin')
    else:
        return 'else'
def f():
    try:
        try:
            raise KeyError('k')
        except ValueError:
            log.append('no')
        finally:
            log.append('f')
    except KeyError as k:
        log.append(repr(k))
    else:
        log.append('no')
    try:
        k
    except NameError as n:
        return str(n)
def g():
    for i in range(2):
        for j in range(2):
            try:
                return [i, j]
            finally:
                if i == 0: continue
def h():
    try:
        pass
    except:
        log.append('no')
    else:
        log.append('else')
    finally:
        log.append('f')
    return 'h'
for fn in (a, b, c, d, e, f, g, h):
    print(fn(), log)
    log.clear()
