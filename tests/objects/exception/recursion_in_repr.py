deep = []
for _ in range(100000):
    deep = [deep]
try:
    repr(deep)
except RecursionError as e:
    print(type(e).__name__)
def endless(n):
    return endless(n + 1)
try:
    endless(0)
except RecursionError as e:
    print(e)
