# The lines that belong to a definition, and the comments before it.
import functools
import inspect

# before a
def a(x):  # behind
    """doc"""
    # in
    return [x,
            1]
    # tail
# after
@functools.cache
@functools.wraps(
    len)
def b(x,
      y): return x
async def c():
    async for i in x: pass

    # last
   # less
#
# before d
#
class D:
    # first
    a = 1
    def m(self):
        if 1:
            return '''
zz
'''
    b = lambda self: (1,
                      2)

    async def n(self): pass
e = lambda x: x + \
    1
f = [lambda: 0, lambda: 1]
def outer():
    # before inner
    def inner(): pass
    return inner
for thing in (a, c, D, D.m, D.b, D.n, e, f[0], outer, outer(), D().m, a.__code__):
    print(inspect.getsourcelines(thing), repr(inspect.getcomments(thing)))
print(inspect.getsourcelines(inspect.currentframe())[0][-1])
for thing in (int, len, 5, type('Made', (), {})):
    try:
        print(inspect.getsource(thing))
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)

def here():
    info = inspect.getframeinfo(inspect.currentframe())
    print(info.function, info.code_context, info.index, info.positions.lineno == info.lineno, inspect.stack()[1].code_context)
    print(inspect.formatargvalues(*inspect.getargvalues(inspect.currentframe())))
here()
