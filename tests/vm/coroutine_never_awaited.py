# Coroutines that are never awaited give a RuntimeWarning; those that are, are closed or wait to be awaited give none.
import gc, sys, warnings
warnings.simplefilter('always')
def show(message, category, filename, lineno, file=None, line=None): print(category.__name__, message, lineno)
warnings.showwarning = show
async def forgotten(): pass
class A:
    async def method(self): pass
forgotten()
print('next')
A().method()
def f():
    forgotten()
    print('in f')
f()
c = forgotten()
c.close()
async def outer():
    forgotten()
    await forgotten()
    kept = forgotten()
    await kept
    print('outer ends')
try: outer().send(None)
except StopIteration: pass
waiting = forgotten()
try: waiting.send(None)
except StopIteration: pass
thrown = forgotten()
try: thrown.throw(ValueError('x'))
except ValueError as e: print(repr(e))
print('end')
