# Classes, methods, attributes, properties, generators: an event queue.
class Event:
    def __init__(self, when, kind):
        self.when = when
        self.kind = kind

    def later(self, delay):
        return Event(self.when + delay, self.kind)


class Queue:
    def __init__(self):
        self.items = []

    def push(self, event):
        items = self.items
        items.append(event)
        at = len(items) - 1
        while at and items[at].when < items[(at - 1) // 2].when:
            items[at], items[(at - 1) // 2] = items[(at - 1) // 2], items[at]
            at = (at - 1) // 2

    def pop(self):
        items = self.items
        top = items[0]
        last = items.pop()
        n = len(items)
        if n:
            items[0] = last
            at = 0
            while True:
                child = 2 * at + 1
                if child >= n:
                    break
                if child + 1 < n and items[child + 1].when < items[child].when:
                    child += 1
                if items[at].when <= items[child].when:
                    break
                items[at], items[child] = items[child], items[at]
                at = child
        return top

    @property
    def size(self):
        return len(self.items)


def delays():
    x = 7
    while True:
        x = (x * 1103515245 + 12345) % 2147483648
        yield x % 97 + 1


queue = Queue()
source = delays()
for i in range(300):
    queue.push(Event(next(source), i % 5))
counts = {}
for step in range(60000):
    event = queue.pop()
    counts[event.kind] = counts.get(event.kind, 0) + event.when
    queue.push(event.later(next(source)))
print(queue.size, sorted(counts.items()))
