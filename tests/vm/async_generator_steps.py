# What send, throw and close do to the awaitables of an async generator, in each of its states.
import types

@types.coroutine
def pause(what):
    return (yield what)

def show(step, *args):
    try:
        print('  gave', step(*args))
    except BaseException as e:
        print('  raised', type(e).__name__, e.args)

async def talks():
    try:
        print('  got', (yield 1))
        print('  woke', await pause('waiting'))
        yield 2
    except ValueError as e:
        print('  caught', e)
        yield 'after'
    finally:
        print('  end')

async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('  ignored')

async def slow_end():
    try:
        yield 1
    finally:
        await pause('ending')
        print('  ended')

for make in talks, stubborn, slow_end:
    print(make.__name__)
    a = make()
    step = a.asend(None)
    show(step.send, None), show(step.send, None), show(step.throw, ValueError), show(step.close)
    step = a.asend(5)
    show(step.send, 7), show(step.send, 8), show(step.send, 9)
    step = a.__anext__()
    show(step.send, None), show(step.close)
    step = a.athrow(ValueError('v'))
    show(step.send, 5), show(step.send, None), show(step.send, None), show(step.close)
    step = a.aclose()
    show(step.send, 5), show(step.send, None), show(step.send, None), show(step.throw, KeyError('k')), show(step.close)
    for step in a.aclose(), a.athrow(ValueError('v')), a.athrow(GeneratorExit), a.asend(None), a.asend(3):
        show(step.send, None)
    print(' ', a.ag_running, a.ag_suspended, a.ag_frame is None)
    a = make()
    show(a.asend(1).send, None), show(a.asend(1).send, 2), show(a.asend(None).send, 5)
    for end in 'aclose', 'athrow':
        for act in 'send', 'throw', 'close':
            a = make()
            step = a.aclose() if end == 'aclose' else a.athrow(LookupError('thrown'))
            show(getattr(step, act), *{'send': [None], 'throw': [KeyError('q')], 'close': []}[act])
            show(step.send, None), show(a.asend(None).send, None)

async def waits():
    await pause(1)
    yield 'first'
    try:
        await pause(2)
    except GeneratorExit:
        await pause(3)

print('two at once')
a = waits()
one, two = a.asend(None), a.asend(None)
show(one.send, None), show(two.send, None), show(two.send, None)
for step in a.aclose(), a.athrow(KeyError), a.asend(None):
    show(step.send, None), show(step.send, None)
for step in a.aclose(), a.athrow(KeyError), a.asend(None):
    show(step.throw, KeyError), show(step.send, None)
show(a.aclose().close), show(one.send, None)
a.__name__, a.__qualname__ = 'new', 'other.new'
print(a.__name__, a.__qualname__, repr(a).split(' at ')[0])
show(setattr, a, '__name__', 1), show(setattr, a, '__qualname__', 1), show(delattr, a, '__name__'), show(setattr, a, 'ag_running', 1)
