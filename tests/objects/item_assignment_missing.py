# Items of objects that have none, and of classes with only one of __setitem__ and __delitem__.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def d(o):
    del o[0]
class A: pass
class B:
    def __setitem__(s, k, v): pass
class C:
    def __delitem__(s, k): pass
class D(list): pass
def s(o): o[0] = 1
import collections, array, types, mmap
for o in [A(), B(), C(), 1, 'x', (), b'x', range(3), None, set(), {}.keys(), D(), collections.deque(), types.MappingProxyType({}), iter([]), memoryview(b'x'), memoryview(bytearray(b'x')), len, A, object(), 1.5, frozenset(), slice(1), type]:
    t(lambda: d(o)); t(lambda: s(o)); t(lambda: o[0])
