# A module that is called: the hint names what it holds under its own name.
import array, pprint, random, io, copy, struct, types
for f in (array, pprint, random, io, copy, struct, 3, types.ModuleType('x')):
    try: f(1)
    except TypeError as e: print(e)
m=types.ModuleType('x'); m.x=3
try: m()
except TypeError as e: print(e)
m.x=len
try: m()
except TypeError as e: print(e)
m.__name__=3
try: m()
except TypeError as e: print(e)
del m.__name__
try: m(*[1])
except TypeError as e: print(e)
