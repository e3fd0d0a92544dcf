# Iterators over something that asks them for an item while it is asked itself.
import itertools


class Source:
    def __init__(self, count):
        self.count, self.asker, self.depth = count, None, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.asker is not None and self.depth < 2:
            self.depth += 1
            try:
                next(self.asker)
            except (StopIteration, RuntimeError):
                pass
            self.depth -= 1
        self.count -= 1
        if self.count < 0:
            raise StopIteration
        return self.count


makers = {
    'accumulate': itertools.accumulate, 'batched': lambda s: itertools.batched(s, 2), 'chain': lambda s: itertools.chain(s, [1]),
    'from_iterable': lambda s: itertools.chain.from_iterable([s, s]), 'compress': lambda s: itertools.compress(s, [1] * 9),
    'cycle': lambda s: itertools.islice(itertools.cycle(s), 7), 'dropwhile': lambda s: itertools.dropwhile(lambda x: x > 1, s),
    'takewhile': lambda s: itertools.takewhile(lambda x: x > 1, s), 'filterfalse': lambda s: itertools.filterfalse(None, s),
    'islice': lambda s: itertools.islice(s, 0, 9, 2), 'pairwise': itertools.pairwise, 'tee': lambda s: itertools.tee(s)[0],
    'zip': lambda s: zip(s, s, s), 'map': lambda s: map(lambda x, y: (x, y), s, s), 'enumerate': enumerate,
    'filter': lambda s: filter(None, s), 'groupby': lambda s: (key for key, group in itertools.groupby(s)),
}
for name, make in makers.items():
    for count in (0, 1, 2, 3, 6):
        source = Source(count)
        source.asker = asker = make(source)
        try:
            print(name, count, list(asker))
        except (RuntimeError, ValueError) as e:
            print(name, count, e)

# One that CPython does not survive.
source = Source(6)
source.asker = itertools.zip_longest(source, [1, 2, 3, 4])
for row in itertools.islice(source.asker, 10):
    pass
