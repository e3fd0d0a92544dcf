for step in (1, 2, 3, -1, -2, 7):
    for start in (None, 0, 2, -3, 20):
        for stop in (None, 0, 5, -2, -20):
            a = list(range(9))
            del a[start:stop:step]
            print(step, start, stop, a)
