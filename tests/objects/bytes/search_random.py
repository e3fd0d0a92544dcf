# Searches against the plain definition, on texts of few different bytes, where partial matches abound.
state = 12345


def random(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 12) % n


def text(size, kinds):
    return bytes([97 + random(kinds) for i in range(size)])


def positions(hay, needle):
    return [i for i in range(len(hay) - len(needle) + 1) if hay[i:i + len(needle)] == needle]


def count(hay, needle):
    total = at = 0
    for i in positions(hay, needle):
        if i >= at:
            total += 1
            at = i + max(len(needle), 1)
    return total


wrong = 0
for round in range(600):
    kinds = 1 + random(3)
    hay = text(random(120), kinds)
    needle = text(random(6), kinds) if round % 5 else hay[random(60):][:random(40)]
    found = positions(hay, needle)
    for kind in bytes, bytearray:
        o = kind(hay)
        if o.find(needle) != (found[0] if found else -1) or o.rfind(needle) != (found[-1] if found else -1):
            wrong += 1
        if o.count(needle) != count(hay, needle) or (needle in o) != bool(found):
            wrong += 1
        if needle and o.split(needle) != [kind(p) for p in bytes(o).split(needle)]:
            wrong += 1
        if needle and needle.join(bytes(p) for p in o.split(needle)) != hay:
            wrong += 1
        if needle and kind(needle).join(o.rsplit(needle, 2)) != hay:
            wrong += 1
        if o.replace(needle, b'<>').count(b'<>') != count(hay, needle):
            wrong += 1
print(wrong)
for size in 20, 5000, 100000:
    hay = b'a' * size
    for needle in b'ab', b'ba', b'a' * 9 + b'b', b'b' + b'a' * 9, b'a' * 10 + b'b' + b'a' * 10, b'a' * 4000 + b'b', b'b' + b'a' * 4000:
        print(size, len(needle), hay.find(needle), hay.rfind(needle), hay.count(needle), (hay + needle).find(needle),
              (needle + hay).rfind(needle), (needle + hay + needle).count(needle))
