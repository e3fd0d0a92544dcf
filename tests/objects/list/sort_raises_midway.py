# A list whose sorting fails is left as far sorted as it was then; no item is lost.
for items in ([3, 1, 2, 'a', 0], [1, 2, None, 0], [5, 4, 4, 3, '', 1], [2, 1, 3, 0, b''], [1.5, 1, 'x', 'a']):
    for reverse in (False, True):
        copy = items[:]
        try:
            copy.sort(reverse=reverse)
        except TypeError as error:
            print(copy, error)


class Fussy:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        global left
        left -= 1
        if not left:
            raise ValueError
        return self.value < other.value


for allowed in range(1, 900, 7):
    values = [Fussy((i * 7919) % 101) for i in range(150)]
    values[40:80] = sorted(values[40:80], key=lambda item: item.value)
    copy = values[:]
    left = allowed
    try:
        copy.sort()
    except ValueError:
        pass
    if set(copy) != set(values):
        print('lost', allowed)
