"""Heaps: lists in which the item at k is not above those at 2*k+1 and 2*k+2. The smallest is the first."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'heappushpop', 'heappush_max', 'heappop_max',
           'heapify_max', 'heapreplace_max', 'heappushpop_max', 'nlargest', 'nsmallest', 'merge']

from _heapq import (heapify, heapify_max, heappop, heappop_max, heappush, heappush_max, heappushpop,
                    heappushpop_max, heapreplace, heapreplace_max)


def merge(*iterables, key=None, reverse=False):
    """Gives the items of several sorted iterables in order, without reading them all at once."""
    if reverse:
        make, pop, replace, direction = heapify_max, heappop_max, heapreplace_max, -1
    else:
        make, pop, replace, direction = heapify, heappop, heapreplace, 1
    # Entries: [key, number of the iterable, item, iterator]; the number keeps equal ones in the iterables' order.
    heap = []
    end = object()
    for number, iterable in enumerate(iterables):
        iterator = iter(iterable)
        item = next(iterator, end)
        if item is not end:
            heap.append([item if key is None else key(item), number * direction, item, iterator])
    make(heap)
    while len(heap) > 1:
        entry = heap[0]
        iterator = entry[3]
        while entry is heap[0]:
            yield entry[2]
            item = next(iterator, end)
            if item is end:
                pop(heap)
                break
            entry[0] = item if key is None else key(item)
            entry[2] = item
            replace(heap, entry)
    if heap:
        yield heap[0][2]
        yield from heap[0][3]


def _best(n, iterable, key, ascending):
    """The n items that sorting would put first."""
    iterator = iter(iterable)
    make, replace, direction = (heapify_max, heapreplace_max, 1) if ascending else (heapify, heapreplace, -1)
    # The heap has the worst of the best first. Among equal items the earlier one is the better.
    heap = [(item if key is None else key(item), order, item)
            for order, item in zip(range(n) if ascending else range(0, -n, -1), iterator)]
    if not heap:
        return heap
    make(heap)
    worst = heap[0][0]
    number = n
    for item in iterator:
        value = item if key is None else key(item)
        if value < worst if ascending else worst < value:
            replace(heap, (value, number * direction, item))
            worst = heap[0][0]
            number += 1
    heap.sort(reverse=not ascending)
    return [entry[2] for entry in heap]


def _few(n, iterable, key, ascending):
    """The first n items of an iterable sorted upwards or downwards."""
    if n == 1:
        missing = object()
        item = (min if ascending else max)(iterable, default=missing, key=key)
        return [] if item is missing else [item]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=not ascending)[:n]
    return _best(n, iterable, key, ascending)


def nsmallest(n, iterable, key=None):
    """The n smallest items: sorted(iterable, key=key)[:n]."""
    return _few(n, iterable, key, True)


def nlargest(n, iterable, key=None):
    """The n largest items: sorted(iterable, key=key, reverse=True)[:n]."""
    return _few(n, iterable, key, False)
