a = [1, 2, 3]
a[:] = a
print(a)
a[1:1] = a
print(a)
a[::-1] = a
print(a)
a[2:4] = a[:]
print(a)
