# Which subclasses of built-in types have __weakref__ and __dict__, and what __slots__ may ask for.
import array, collections, re, io, types, functools
L=[type, set, frozenset, array.array, collections.deque, collections.defaultdict, collections.OrderedDict, re.Pattern if 0 else set, io.BytesIO, io.StringIO, types.ModuleType, functools.partial, Exception, int, str, bytes, bytearray, memoryview if 0 else list, tuple, dict, property, staticmethod, classmethod, super, object, float, complex, io.FileIO, io.BufferedReader, enumerate, zip, map, filter, reversed, BaseException]
for b in L:
    try:
        C = type(b)('C', (b,), {})
        print(b.__name__, '__weakref__' in b.__dict__, '__weakref__' in C.__dict__, '__dict__' in b.__dict__, '__dict__' in C.__dict__, hasattr(C,'__weakref__'))
    except Exception as e: print(b.__name__, e)
    try:
        C = type(b)('C', (b,), {'__slots__':('__weakref__',)}); print('ok')
    except Exception as e: print(b.__name__, e)
    try:
        C = type(b)('C', (b,), {'__slots__':('__dict__',)}); print('ok')
    except Exception as e: print(b.__name__, e)
    try:
        C = type(b)('C', (b,), {'__slots__':()}); print('ok', '__weakref__' in C.__dict__, '__dict__' in C.__dict__)
    except Exception as e: print(b.__name__, e)
    try:
        C = type(b)('C', (b,), {'__slots__':('x',)}); print('ok', '__weakref__' in C.__dict__, '__dict__' in C.__dict__)
    except Exception as e: print(b.__name__, e)
