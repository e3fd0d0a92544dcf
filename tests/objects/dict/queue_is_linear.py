d = dict.fromkeys(range(100000))
total = 0
while d:
    k = next(iter(d))
    total += k
    del d[k]
print(total)
