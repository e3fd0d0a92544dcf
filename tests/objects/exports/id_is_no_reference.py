# Who keeps the id of a view, or of any object, does not keep it alive.
import collections, itertools, struct, weakref

def attempt(keep):
    data = bytearray(8)
    kept = keep(memoryview(data))
    try:
        data.append(1)
        return 'grown'
    except BufferError:
        return 'refused'

class Slots:
    __slots__ = 'number'
    def __init__(self, number): self.number = number

class Plain:
    def __init__(self, number): self.number = number

print(attempt(lambda view: {id(view)}))
print(attempt(lambda view: {id(view): 1}))
print(attempt(lambda view: frozenset([id(view)])))
print(attempt(lambda view: [id(view), hash(id(view))]))
print(attempt(lambda view: collections.Counter([id(view)])))
print(attempt(lambda view: itertools.count(id(view))))
print(attempt(lambda view: iter(range(id(view), id(view) + 10))))
print(attempt(lambda view: slice(id(view))))
print(attempt(lambda view: Slots(id(view))))
print(attempt(lambda view: Plain(id(view))))
print(attempt(lambda view: struct.pack('q', id(view))))
print(attempt(lambda view: weakref.ref(view)))
print(attempt(lambda view: {id(view): view}))

class Noticed:
    def __del__(self): print('deleted')

seen = {}
def make():
    noticed = Noticed()
    seen[id(noticed)] = weakref.ref(noticed)
    return id(noticed)
number = make()
print(seen[number]())

view = memoryview(b'ab')
for thing in [view, object(), make, Plain(1), iter([]), (lambda: 1).__call__, [].append, weakref.ref(view)]:
    owner = getattr(thing, '__self__', thing)
    print(f'at {id(owner):#x}' in repr(thing), id(thing) == id(thing) > 0)
