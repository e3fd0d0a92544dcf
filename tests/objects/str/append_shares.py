# Growing a text in a loop must leave every earlier value as it was.
s = ""
kept = []
for i in range(2000):
    s += "é" if i % 7 == 0 else "ab"
    if i % 400 == 0:
        kept.append(s)
print(len(s), [len(k) for k in kept])
one = s + "x"
two = s + "y"
print(one[-2:], two[-2:], one[:-1] == two[:-1] == s)
print(all(s.startswith(k) for k in kept))
d = {s: 1}
print(d[one[:-1]], hash(s) == hash(two[:-1]))
