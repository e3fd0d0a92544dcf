class L(list):
    pass


class D(dict):
    pass


class S(set):
    pass


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (TypeError, ValueError) as error:
        print(error)


for value in [1], L(), {}, D(), {1}, S(), frozenset(), 'a', 1, 1.5, range(3), {}.keys(), True:
    for name in '__format__', '__contains__', '__getitem__', '__reversed__', '__len__':
        method = getattr(value, name, None)
        if method is not None:
            attempt(method, 1, 2)
            attempt(method, x=1)
attempt(dict.__contains__, {})
attempt(list.__getitem__, L())
attempt(eval, '1', 5, 6)
attempt(pow, 1j, 'a', 2)
attempt('{:d}'.format, type('T', (str,), {})('x'))
