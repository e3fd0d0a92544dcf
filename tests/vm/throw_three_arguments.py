# throw(type, value, traceback) works, but warns.
import warnings

def steps():
    while True:
        try:
            yield 1
        except ValueError as e:
            yield e.args

async def coroutine(): pass
async def numbers(): yield 1

g = steps()
next(g)
for throw in (g.throw, coroutine().__await__().throw, coroutine().throw, numbers().asend(None).throw,
              lambda *args: numbers().athrow(*args).send(None)):
    for args in [(ValueError,), (ValueError, 'v'), (ValueError, None, None), (ValueError, ValueError('w'), None)]:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter('always')
            try:
                result = throw(*args)
                print(result if isinstance(result, (int, tuple)) else type(result).__name__)
                next(g)
            except (ValueError, RuntimeError) as e:
                print(type(e).__name__, e)
        if 'coroutine' not in str(seen):
            print([str(w.message) for w in seen])
warnings.simplefilter('error')
try:
    g.throw(ValueError, 'v')
except DeprecationWarning as e:
    print(e)
