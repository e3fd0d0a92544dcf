def f(a):
    print(a + (a := 5))
    print(a * (a := a + 1) - a)
    b = [10, 20]
    i = 0
    print(b[i] + b[(i := 1)], i)
    b[i] += (i := 0) + 1
    print(b, i)
    x = [0, 0]
    x[(j := 1)] = 5
    print(x)
f(1)
def g(a):
    return [a + (a := y) for y in range(4)], a
print(g(10))
