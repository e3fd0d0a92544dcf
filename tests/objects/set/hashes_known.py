# Where keys come from a dict or set, their hashes are not asked for again.
import functools

log = []


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        log.append(f'hash {self.value}')
        return self.value

    def __eq__(self, other):
        log.append(f'{self.value} == {other.value}')
        return self.value == other.value

    def __repr__(self):
        return f'Key({self.value})'


def show(name, function, *args):
    log.clear()
    result = function(*args)
    print(name, result, log)


keys = [Key(1), Key(2), Key(9)]
for source in (dict.fromkeys(keys), set(keys), frozenset(keys), dict.fromkeys(keys).keys()):
    kind = type(source).__name__
    show(f'{kind}: set', set, source)
    show(f'{kind}: fromkeys', dict.fromkeys, source)
    show(f'{kind}: update', {Key(2), Key(7)}.update, source)
    show(f'{kind}: difference', {Key(2), Key(7)}.difference, source)
    show(f'{kind}: symmetric_difference', {Key(2), Key(7)}.symmetric_difference, source)
    show(f'{kind}: isdisjoint', {Key(2), Key(7)}.isdisjoint, source)
    show(f'{kind}: keys and', lambda: {Key(2): 0, Key(7): 1}.keys() & source)


@functools.lru_cache(1)
def same(key):
    return key


for key in keys:
    show('cached', same, key)
