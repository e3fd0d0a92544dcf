a = list(range(10))
a[::2] = "abcde"
print(a)
a[::-3] = [None] * 4
print(a)
a[5:2] = [7, 8]
print(a)
for value in ([1], 3, (1, 2, 3)):
    try:
        a[1:8:3] = value
        print(a)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    a[::0] = []
except ValueError as error:
    print(error)
