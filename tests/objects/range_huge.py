big = 10**20
r = range(big, big + 50, 7)
print(r, len(r), list(r)[:3], r[-1], r[1:3], big + 7 in r, big + 8 in r, r.index(big + 14))
print(list(reversed(r))[:2], type(iter(r)).__name__, type(reversed(r)).__name__)
e = range(big)
print(e[big - 1], e[5:big // 2:3], e[::-1], bool(e), e[-1] == big - 1)
try:
    len(e)
except OverflowError as error:
    print(error)
print(iter(e).__length_hint__())
n = range(-2**62, 2**62, 2**60)
print(list(n)[:2], list(n)[-1], len(n), list(n[::-1])[0])
print(range(2**63 - 3, 2**63 + 3)[4], list(range(2**62 - 2, 2**62 + 1)))
print(range(big) == range(big), range(0, -big, -1)[10], -5 in range(0, -big, -1))
