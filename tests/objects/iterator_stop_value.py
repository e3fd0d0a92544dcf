def g():
    yield 1
    return 5
it = g()
print(next(it))
try: next(it)
except StopIteration as e: print(e.value)
try: it.__next__()
except StopIteration as e: print(e.value)
it = g()
print(next(it), next(it, 'd'))
try: next(iter([]))
except StopIteration as e: print(e.value, e.args)
