class A:
    x = 1
m = A.__dict__
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
proxy = type(m)({"a": 1})
attempt(lambda: proxy)
attempt(lambda: (m["x"], m.get("y"), "x" in m, proxy == {"a": 1}, len(proxy), list(proxy), list(reversed(proxy))))
attempt(lambda: (proxy | {"b": 2}, {"b": 2} | proxy, proxy.copy(), proxy.keys(), proxy.items(), proxy.values(), str(proxy)))
attempt(lambda: proxy["zz"])
attempt(lambda: proxy.__setitem__)
def assign(): proxy["a"] = 2
attempt(assign)
def delete(): del proxy["a"]
attempt(delete)
def inplace():
    global proxy
    proxy |= {}
attempt(inplace)
attempt(lambda: type(m)([]))
attempt(lambda: type(m)(1))
attempt(lambda: type(m)())
attempt(lambda: proxy | 3)
attempt(lambda: hash(proxy))
