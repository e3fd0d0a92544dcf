# intersection() and issubset() read an iterator no further than to the last item that can matter.
for items in [1, 2], [], [2, 9], [5]:
    for method in set.intersection, set.issubset, set.isdisjoint, set.difference, set.issuperset, set.union:
        source = iter(range(7))
        print(items, method.__name__, method(set(items), source), list(source))
    copy = set(items)
    source = iter(range(7))
    copy.intersection_update(source)
    print(items, copy, list(source))
