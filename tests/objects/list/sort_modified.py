a = [3, 1, 2]
def key(x):
    print(len(a), a)
    return x
a.sort(key=key)
print(a)
def append(x):
    a.append(x)
    return x
for function in (append, lambda x: a.insert(0, 1) or 1, lambda x: a.extend("ab") or a.clear() or 1):
    try:
        a.sort(key=function)
    except ValueError as error:
        print(error, a)
