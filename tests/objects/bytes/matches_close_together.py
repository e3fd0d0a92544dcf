# count, replace and split where occurrences lie close together, overlap, or cross the blocks in which text is searched.
import random

random.seed(3)


def places(text, part):
    found, at = [], 0
    while at + len(part) <= len(text):
        if text[at:at + len(part)] == part:
            found.append(at)
            at += len(part)
        else:
            at += 1
    return found


def expected(text, part, new, most):
    pieces, at = [], 0
    for place in places(text, part)[:most]:
        pieces.append(text[at:place])
        at = place + len(part)
    pieces.append(text[at:])
    return new.join(pieces), pieces


wrong = 0
for _ in range(1500):
    letters = random.choice([b"a", b"ab", b"aab", b"abc"])
    text = bytes(random.choices(letters, k=random.choice([0, 1, 15, 16, 17, 31, 32, 33, 64, 200])))
    part = bytes(random.choices(letters, k=random.choice([1, 2, 2, 3, 8, 17])))
    new = random.choice([b"", b"x", b"xy"])
    most = random.choice([None, 0, 1, 2, 5])
    text = random.choice([bytes, bytearray])(text)
    joined, pieces = expected(text, part, new, most)
    limit = -1 if most is None else most
    wrong += text.count(part) != len(places(text, part))
    wrong += text.replace(part, new, limit) != joined
    wrong += text.split(part, limit) != pieces
print(wrong)
print(b"a" * 1000001 == b"a" * 1000001, (b"a" * 1000001).count(b"aa"), (b"ab" * 500000).count(b"ba"), len((b"a" * 100001).replace(b"aa", b"b")))
