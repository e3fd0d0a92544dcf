print({3, 1, 2}, {10, 5, 8, 20, 33}, set(range(12)), {-1, -2, 0, 7})
s = set()
for i in range(40):
    s.add(i * 7919 % 1000)
print(s)
for i in range(0, 40, 3):
    s.remove(i * 7919 % 1000)
print(s, s.pop(), s.pop(), s.pop())
t = set(range(0, 500, 7))
print(s & t, s | t, s - t, s ^ t, t - s, sep="\n")
s |= {5, 6}
t &= {7, 14, 3}
s ^= {6, 1000}
s -= t
print(s, t, s.copy(), frozenset(s), sep="\n")
