a = [1]
a.append(a)
print(a)
d = {"list": a}
a.append(d)
d["self"] = d
print(a, d)
t = (a, [])
t[1].append(t)
print(t)
d = {}
d[1] = d.values()
d[2] = d.items()
print(d)
