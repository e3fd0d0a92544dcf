# Iterators over iterators over iterators, and other deep nests: they raise, or answer, but never exhaust the C stack.
import functools
import itertools
import types


def nest(make, value, depth=200_000):
    for _ in range(depth):
        value = make(value)
    return value


def attempt(name, function):
    try:
        function()
    except (RecursionError, TypeError, StopIteration):
        pass
    print(name)


for name, make in {
        'chain': itertools.chain, 'map': lambda x: map(str, x), 'zip': zip, 'enumerate': enumerate, 'filter': lambda x: filter(None, x),
        'islice': lambda x: itertools.islice(x, 5), 'accumulate': itertools.accumulate, 'cycle': itertools.cycle,
        'takewhile': lambda x: itertools.takewhile(bool, x), 'zip_longest': itertools.zip_longest, 'groupby': itertools.groupby,
        'starmap': lambda x: itertools.starmap(max, x), 'batched': lambda x: itertools.batched(x, 1),
        'compress': lambda x: itertools.compress(x, itertools.repeat(1))}.items():
    attempt(name, lambda: next(nest(make, iter([1]))))
proxy = nest(types.MappingProxyType, {1: 2})
for name in ('list(proxy)', 'proxy[1]', 'repr(proxy)', 'proxy == {}', '1 in proxy', 'proxy | {}', 'proxy.copy()', 'hash(proxy)'):
    attempt(name, lambda: eval(name))
attempt('slice', lambda: hash(nest(slice, 1)))
for kind in (staticmethod, classmethod, property, functools.partial):
    attempt(kind.__name__, lambda: getattr(nest(kind, len), '__isabstractmethod__', False))
