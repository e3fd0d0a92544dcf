async def ag():
    yield 1
    await C()
class C:
    def __await__(self): yield 5
a = ag(); print(a.ag_suspended, a.ag_running, a.ag_await)
try: a.asend(None).send(None)
except StopIteration as e: print(e.value)
print(a.ag_suspended, a.ag_await)
s = a.asend(None); print(s.send(None)); print(a.ag_suspended, type(a.ag_await).__name__, a.ag_running)
