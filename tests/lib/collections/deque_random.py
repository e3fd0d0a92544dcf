# A deque beside a list, through random changes.
import random
from collections import deque


def play(chance, limit):
    d, l = deque(maxlen=limit), []
    for step in range(60):
        what, n = chance.randrange(12), chance.randrange(40)
        left = what in (1, 5, 10)
        if what == 0:
            d.append(step)
            l.append(step)
        elif what == 1:
            d.appendleft(step)
            l.insert(0, step)
        elif what == 2 and l:
            assert d.pop() == l.pop()
        elif what == 3 and l:
            assert d.popleft() == l.pop(0)
        elif what == 4:
            d.extend(range(n))
            l += range(n)
        elif what == 5:
            d.extendleft(range(n))
            l[:0] = reversed(range(n))
        elif what == 6:
            d += tuple(range(n))
            l += range(n)
        elif what == 7 and l:
            turn = chance.randrange(-70, 70)
            d.rotate(turn)
            turn %= len(l)
            l = l[len(l) - turn:] + l[:len(l) - turn]
        elif what == 8:
            d.extend(d)
            l += l
        elif what == 9:
            d = d.copy()
        elif what == 10:
            d.extendleft(d)
            l = l[::-1] + l
        elif what == 11 and len(l) < 200:
            d *= 2
            l *= 2
        if limit is not None and len(l) > limit:
            l = l[:limit] if left else l[len(l) - limit:]
        if len(l) > 500:
            d.clear()
            l.clear()
        assert list(d) == l and len(d) == len(l), (what, d, l)
    return len(l)


chance = random.Random(5)
print(sum(play(chance, chance.choice([None, None, 0, 1, 5, 20])) for _ in range(1000)) > 0)
