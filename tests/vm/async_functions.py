async def co(x): return x + 1
async def main():
    r = await co(1)
    async with ACM() as q: r += q
    async for i in agen(): r += i
    return r + sum([i async for i in agen()])
class ACM:
    async def __aenter__(s): return 10
    async def __aexit__(s, *a): print('aexit')
async def agen():
    for i in range(3): yield i
m = main()
try: m.send(None)
except StopIteration as e: print('co', e.value)
