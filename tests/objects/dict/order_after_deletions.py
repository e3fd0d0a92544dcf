d = {i: i for i in range(20)}
for i in range(0, 20, 3):
    del d[i]
d[0] = "again"
d[1] = "same place"
print(d)
print(list(reversed(d)), list(reversed(d.items()))[:2])
print(d.popitem(), d.popitem(), len(d))
while d:
    k = next(iter(d))
    del d[k]
print(d, list(d))
d["new"] = 1
print(d)
try:
    {}.popitem()
except KeyError as error:
    print(error)
