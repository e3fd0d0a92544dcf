# What Signature.bind() says about calls that are not possible, and getcallargs() in the words of a function.
import inspect

def show(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except TypeError as e:
        print('TypeError', e)

functions = [lambda a, b=1, *c, d, e=2, **f: 0, lambda a: 0, lambda *, a: 0, lambda a, *, b, c=2: 0, lambda *a, b, c=2: 0, lambda a, /: 0,
             lambda a, b, /: 0, lambda a=1, b=2, /: 0, lambda a, /, **k: 0, lambda a=1, /, **k: 0, lambda: 0, lambda a, b, c: 0]
calls = [((), {}), ((1,), {}), ((1, 2, 3, 4), {}), ((1,), {'d': 2}), ((), {'a': 1}), ((), {'a': 1, 'b': 3}), ((1, 2), {'b': 1, 'd': 1}), ((1,), {'z': 5})]
for function in functions:
    signature = inspect.signature(function)
    print(signature)
    for args, keywords in calls:
        show(signature.bind, *args, **keywords)
        show(signature.bind_partial, *args, **keywords)
        show(inspect.getcallargs, function, *args, **keywords)
