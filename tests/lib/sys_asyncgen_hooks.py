# sys.set_asyncgen_hooks: who is told when async generators are first iterated, and when they are dropped before their end.
import gc
import sys

def show(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, e)

async def numbers():
    yield 1
    yield 2

def run(step):
    try:
        step.send(None)
    except StopIteration as e:
        return e.value

hooks = sys.get_asyncgen_hooks()
print(hooks, type(hooks).__name__, hooks[0], len(hooks))
show(sys.set_asyncgen_hooks, 1), show(sys.set_asyncgen_hooks, finalizer=3), show(sys.set_asyncgen_hooks, None, 2)

def first(generator):
    print('first', generator.__name__)

def finalizer(generator):
    print('finalizer', generator.__name__)

sys.set_asyncgen_hooks(first, finalizer)
print(sys.get_asyncgen_hooks() == (first, finalizer))

def partly():
    a = numbers()
    print(run(a.__anext__()))
partly(), gc.collect()

def closed():
    a = numbers()
    run(a.__anext__()), run(a.aclose())
closed(), gc.collect()

def never_iterated():
    numbers()
never_iterated(), gc.collect()

def fails(generator):
    raise KeyError('first')
sys.set_asyncgen_hooks(firstiter=fails)
print(sys.get_asyncgen_hooks().finalizer is finalizer)
a = numbers()
show(a.__anext__)
print(run(a.asend(None)))
run(a.aclose())
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())

async def ends_well():
    try:
        yield 1
    finally:
        print('closed without a hook')
def drop():
    run(ends_well().asend(None))
drop(), sorted([2, 1], key=abs), gc.collect()       # sorting, so that no dead word on the C stack leads to it

print(sys.get_coroutine_origin_tracking_depth())
show(sys.set_coroutine_origin_tracking_depth, -1)
show(sys.set_coroutine_origin_tracking_depth, 'x')
async def coroutine(): pass
def make(): return coroutine()
for depth in 2, 1, 0:
    sys.set_coroutine_origin_tracking_depth(depth)
    c = make()
    print(c.cr_origin and [place[1:] for place in c.cr_origin])
    c.close()
