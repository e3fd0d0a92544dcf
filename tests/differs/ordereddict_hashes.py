# An OrderedDict here is a dict whose order can be changed, not a dict with a linked list beside it: it asks a key for its hash
# once where CPython's asks up to three times. (So does a Counter that counts items, with __eq__.)
from collections import Counter, OrderedDict


class Key:
    def __hash__(self):
        log.append('hash')
        return 1

    def __eq__(self, other):
        log.append('eq')
        return isinstance(other, Key)


log = []
d = OrderedDict([(Key(), 1)])
print('made', log)
log.clear()
print(len(list(d)), 'listed', log)
log.clear()
print(len(dict(d)), 'copied', log)
log.clear()
Counter([Key(), Key()])
print('counted', log)
