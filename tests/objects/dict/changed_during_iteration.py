def attempt(f):
    try:
        f()
    except RuntimeError as error:
        print(error)
def grow():
    d = {1: 1}
    for k in d: d[k + 1] = 1
def shrink():
    d = {1: 1, 2: 2}
    for k in d: del d[k]
def exchange():
    d = {1: 1}
    for k in d:
        del d[k]
        d[k + 1] = 1
def replace():
    d = {1: 1, 2: 2}
    for k in d: d[k] = 9
    print(d)
def items():
    d = {1: 1}
    for k, v in d.items(): d[k + 1] = v
def backwards():
    d = {1: 1, 2: 2}
    for k in reversed(d): d[k + 5] = 1
for f in (grow, shrink, exchange, replace, items, backwards):
    attempt(f)
d = {1: 1}
it = iter(d)
d[2] = 2
attempt(lambda: next(it))
attempt(lambda: next(it))
print(it.__length_hint__())
s = {1}
def sets():
    for x in s: s.add(x + 1)
attempt(sets)
