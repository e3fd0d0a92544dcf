def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
for s in (slice(None), slice(2), slice(-3, None), slice(None, None, -1), slice(10, 0, -3), slice(-100, 100, 7)):
    print(s, s.indices(6), s.indices(0))
attempt(lambda: slice(10**30).indices(10**40))
attempt(lambda: slice(None, None, -1).indices(10**40))
attempt(lambda: slice(1, 2, 0).indices(3))
attempt(lambda: slice("a").indices(3))
attempt(lambda: slice(1).indices(-1))
attempt(lambda: slice(1).indices("a"))
attempt(lambda: slice())
attempt(lambda: slice(1, 2, 3, 4))
attempt(lambda: (slice(1) == slice(1), slice(1) == slice(2), slice(1) < slice(2), slice(1) != 1))
attempt(lambda: slice(1) < 1)
attempt(lambda: {slice(1, 2): "x"}[slice(1, 2)])
attempt(lambda: hash(slice([])))
attempt(lambda: (slice(1, 2, 3).start, slice(1, 2, 3).stop, slice(1, 2, 3).step, slice(5).__reduce__()))
