# What can be no count for a sequence in *=.
def t(v, w):
    try: v *= w; print(v)
    except TypeError as e: print(e)
class A: pass
class I:
    def __index__(self): return 2
for v in {}, set(), range(2), None, 1.5, A(), I(), b'x', {}.keys(), len, (), frozenset(), memoryview(b''), 2, True, int:
    for w in [1], 'ab', (3,), 2, {}: t(v, w)
