def check(values):
    a = sorted(values)
    print(a[:5], a[-5:], all(not y < x for x, y in zip(a, a[1:])), len(a))
    assert sorted(values, reverse=True) == list(reversed(sorted(reversed(values))))
state = 1
def number():
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state
for count in (5, 100, 3000):
    check([number() for _ in range(count)])
    check([number() % 7 for _ in range(count)])
    check([-number() * 10**15 for _ in range(count)])
    check([number() * 10**30 for _ in range(count)])
    check([number() / 1000 - 10**6 for _ in range(count)])
    check([number() if number() % 3 else number() / 8 for _ in range(count)])
    check([str(number()) for _ in range(count)])
    check(["x" * (number() % 20) for _ in range(count)])
    check([chr(number() % 60000 + 200) * 3 for _ in range(count)])
    check([str(number()).encode() for _ in range(count)])
    check([(number() % 9, str(number())) for _ in range(count)])
    check([("common prefix %d" % (number() % 30), number()) for _ in range(count)])
    check([[number() % 5, number()] for _ in range(count)])
    check(list(range(count)) + list(range(count)))
    check(list(range(count, 0, -1)))
    check([True, False, 0.0, -0.0, 1] * count)
