# Lists of ints and floats of all widths: sorting with and without a key agree, in both directions.
import random
R = random.Random(2)
for n in (0, 1, 2, 127, 128, 129, 300, 5000):
    for lo, hi in ((0, 1), (0, 255), (-5, 5), (-10**6, 10**6), (0, 2**40), (-2**62, 2**62 - 1), (2**61, 2**62 - 1), (-2**70, 2**70)):
        for rev in (False, True):
            l = [R.randint(lo, hi) for _ in range(n)]
            m = l[:]
            m.sort(reverse=rev)
            k = sorted(l, key=lambda x: x, reverse=rev)
            assert m == k and sorted(l, reverse=rev) == k
            assert all(a >= b if rev else a <= b for a, b in zip(m, m[1:]))
            l.sort()
            for _ in range(3 if n else 0):
                i, j = R.randrange(n), R.randrange(n)
                l[i], l[j] = l[j], l[i]
            assert sorted(l) == sorted(l, key=lambda x: x)
            l = [x + .5 for x in l]
            assert sorted(l, reverse=rev) == sorted(l, key=lambda x: x, reverse=rev)
l = [R.randrange(100) for _ in range(500)] + [True, False, 3.5]
assert [float(x) for x in sorted(l)] == sorted(float(x) for x in l)
print('ok')
