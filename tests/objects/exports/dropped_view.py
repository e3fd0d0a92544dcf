# A view that nobody can reach any more never stops its owner from growing; one that is reachable always does.
def make():
    return memoryview(b)[1:]


b = bytearray(b'abc')
for i in range(50):
    view = make()
    view = None
    b.append(i)
views = [make() for i in range(3)]
for i in range(4):
    try:
        b.append(33)
        print('grown')
    except BufferError as error:
        print(error)
    if views:
        views.pop()
    view = None
print(len(b))
it = iter(make())
next(it)
try:
    b.append(1)
except BufferError as error:
    print(error)
it = None
b.append(1)
print(len(b))
