def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e:
        return e.value
class A:
    def __init__(self, n): self.n = n
    def __await__(self):
        yield
        return self.n
class CM:
    async def __aenter__(self): await A(0); print('in'); return 'cm'
    async def __aexit__(self, *a): await A(0); print('out', a[0] and a[0].__name__); return a[0] is ValueError
async def agen(n):
    for i in range(n):
        await A(i)
        yield i
async def f():
    async with CM() as c, CM():
        print(c)
        r = [x async for x in agen(3) if await A(x) != 1]
    async with CM():
        raise ValueError
    s = {await A(x): y async for y in agen(2) for x in range(2)}
    out = []
    async for i in agen(5):
        if i == 1: continue
        if i == 3: break
        out.append(i)
    else: out.append('no')
    async for i in agen(1): pass
    else: out.append('else')
    g = [y async for y in (z * 2 async for z in agen(3))]
    h = [await A(q) for q in range(2)]
    return r, s, out, g, h, await A('v')
print(run(f()))
async def ret():
    for i in range(2):
        async with CM():
            return i
print(run(ret()))
async def tf():
    try:
        await A(1)
        return 'x'
    finally:
        await A(2)
        print('f')
print(run(tf()))
