# What tracebacks point at where the failing instruction belongs to more than one expression.
import traceback


class Fails:
    def __aiter__(self):
        return self

    def __anext__(self):
        raise ValueError('next')

    def __bool__(self):
        raise ValueError('bool')


def negated():
    return not (1 < 'a')


def negated_in():
    return not 1 in 5


def condition():
    if not (1 < 'a'):
        pass


def consumed_by_any():
    return 1 + any(1 / i for i in [0]) + 2


def consumed_by_sum():
    return 1 + sum(1 / i for i in [0]) + 2


def stopped():
    def generator():
        raise StopIteration
        yield
    list(generator())


def not_started():
    def generator():
        yield
    generator().throw(KeyError('thrown'))


def asynchronous_loop():
    async def run():
        async for x in Fails():
            pass
    run().send(None)


def asynchronous_comprehension():
    async def run():
        return [x async for x in Fails()]
    run().send(None)


for case in (negated, negated_in, condition, consumed_by_any, consumed_by_sum, stopped, not_started, asynchronous_loop,
             asynchronous_comprehension):
    try:
        case()
    except Exception as e:
        print(traceback.format_exc().replace(__file__, 'FILE'))
