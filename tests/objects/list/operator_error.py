def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
a = [1]
attempt(lambda: a + (1,))
attempt(lambda: a + 1)
attempt(lambda: a * 1.0)
attempt(lambda: "x" * a)
attempt(lambda: a * -1)
attempt(lambda: 2 * a)
attempt(lambda: a * True)
attempt(lambda: a < 1)
attempt(lambda: a < [1, 2])
attempt(lambda: [[1], 2] < [[1], "a"])
attempt(lambda: a * 10**30)
attempt(lambda: list(1))
attempt(lambda: list(1, 2))
attempt(lambda: list(a=1))
attempt(lambda: hash(a))
def inplace():
    b = [1]
    b += 1
attempt(inplace)
