# Operands whose __eq__, __hash__, __index__, __bool__ or __iter__ change the container that is at work. For each operation:
# what comes out, and for which changes ("clear+": cleared by an operand that then says it is equal).


class Operand:
    def __init__(self, change, equal):
        self.change, self.equal, self.left = change, equal, 1

    def go(self):
        if self.left:
            self.left = 0
            self.change()

    def __eq__(self, other):
        self.go()
        return self.equal

    def __lt__(self, other):
        self.go()
        return self.equal
    __gt__ = __le__ = __ge__ = __lt__

    def __hash__(self):
        self.go()
        return 1

    def __index__(self):
        self.go()
        return 0

    def __bool__(self):
        self.go()
        return self.equal

    def __iter__(self):
        self.go()
        yield 1
        self.left = 1
        self.go()
        yield 2

    def __length_hint__(self):
        self.go()
        return 10

    def __repr__(self):
        return 'O'


def changes(c):
    yield 'clear', c.clear
    if isinstance(c, list):
        yield 'grow', lambda: c.extend(range(100))
        yield 'pop', lambda: c.pop() if c else 0
        yield 'cut', lambda: c.__delitem__(slice(0, 5))
    elif isinstance(c, dict):
        yield 'grow', lambda: c.update({i + 1000: i for i in range(100)})
        yield 'pop', lambda: c.popitem() if c else 0
    elif isinstance(c, set):
        yield 'grow', lambda: c.update(range(1000, 1100))
    else:
        yield 'grow', lambda: c.extend(range(100))
        yield 'left', lambda: c.extendleft(range(100))
        yield 'pop', lambda: c.popleft() if c else 0
        yield 'turn', lambda: c.rotate(3)


def outcome(operation, c, operand):
    try:
        return repr(operation(c, operand))[:60]
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def run(make, operations):
    print(make())
    for operation in operations.split('; '):
        function = eval(f'lambda c, o: {operation}', globals())
        found = {}
        for number, (name, _) in enumerate(changes(make())):
            for equal in (False, True):
                c = make()
                operand = Operand(list(changes(c))[number][1], equal)
                found.setdefault(outcome(function, c, operand), []).append(name + '-+'[equal])
                assert len(list(c)) == len(c)
        print(f'  {operation}:', ' | '.join(f'{" ".join(names)} {result}' for result, names in found.items()))


if __name__ == '__main__':
    import bisect
    import heapq
    import operator
    from collections import deque
    run(lambda: [5, 6, 7, 8, 9, 10],
        'c.index(o); c.count(o); c.remove(o); o in c; c == [o] * 6; [o] * 6 == c; c < [o] * 6; c.__setitem__(slice(1, 3), o); '
        'c.__setitem__(slice(None, None, 2), o); c[o:]; c.__delitem__(slice(o, None)); c[o]; c.__setitem__(o, 1); c.__delitem__(o); '
        'c.extend(o); c.insert(o, 1); c.pop(o); c * o; c.__imul__(o); c.sort(key=lambda x: (o == 1, x)); c.index(99, o, 100); '
        'heapq.heappush(c, o); (c.insert(2, o), heapq.heappop(c))[1]; (c.insert(2, o), heapq.heapify(c))[1]; heapq.heappushpop(c, o); '
        '(c.insert(1, o), heapq.heapreplace(c, o))[1]; heapq.heappush_max(c, o); (c.insert(2, o), heapq.heapify_max(c))[1]; '
        'bisect.bisect_left(c, o); bisect.insort(c, o); operator.indexOf(c, o); operator.countOf(c, o); [*c, *o]; bytes(o); any([o] + c)')
    run(lambda: {1: 'a', 2: 'b', **{i: i for i in range(10, 20)}},
        'c.get(o); c[o]; c.__setitem__(o, 5); c.__delitem__(o); o in c; c.pop(o, 0); c.setdefault(o, 5); c == {k: o for k in c}; '
        '{k: o for k in c} == c; c.update({o: 1}); c.update([(o, 1), (1, 2)]); len(c | {o: 1}); o in c.values(); (1, o) in c.items(); '
        '(o, 1) in c.items(); len(c.keys() & [o, 1]); len(c.keys() - {o}); len(c.keys() ^ {o}); c.items() == {k: o for k in c}.items(); '
        'c.keys().isdisjoint([o]); len({**c, o: 1}); [o == k for k in c]; [o == v for k, v in c.items()]; [o == v for v in reversed(c)]')
    run(lambda: {1, 2, *range(10, 20)},
        'o in c; c.add(o); c.remove(o); c.discard(o); len(c | {o}); len(c & {o}); len({o} & c); len(c - {o}); len({o} - c); len(c ^ {o}); '
        'len(c.union(o)); len(c.intersection([o, 1])); len(c.difference([o])); c.update([o, 1]); c.intersection_update([o, 1]); '
        'c.difference_update([o]); c.symmetric_difference_update([o]); c >= {o}; c.isdisjoint([o]); c.__init__(o)')
    for limit in (None, 8):
        run(lambda: deque([5, 6, 7, 8, 9, 10], limit),
            'o in c; c.index(o); c.count(o); c.remove(o); c == deque([o] * 6); c < deque([o] * 6); c.extend(o); c.extendleft(o); '
            'c.rotate(o); c.insert(o, 1); c[o]; c.__setitem__(o, 1); c.__delitem__(o); len(c * o); c.__init__(o); c.index(99, o); '
            '[o == x for x in c]; [o == x for x in reversed(c)]')
