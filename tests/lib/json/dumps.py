import json
from json import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
print(dumps({'a': [1, 2.5, True, False, None, 'x"\\\n\u20ac\x00\U0001F600/'], 'b': {}, 'c': [], 1: 2, 2.5: 3, True: 4, None: 5, 't': (1,2)}))
print(dumps('\u20ac\x7f\ud800', ensure_ascii=False).encode('utf-8','surrogatepass'), dumps([1,[2,{'a':3}],{}], indent=2), dumps([1,2], indent='\t'), dumps({'b':1,'a':2}, sort_keys=True, separators=(',',':')), dumps([], indent=2), dumps({}, indent=2), dumps([[]], indent=0), dumps({'a':[{}]}, indent=4))
print(dumps([float('inf'), float('-inf'), float('nan'), 1e100, 1e16, 1.0, -0.0, 10**30, -5]))
t(lambda: dumps(float('nan'), allow_nan=False)); t(lambda: dumps([float('inf')], allow_nan=False, indent=1)); t(lambda: dumps({1,2})); t(lambda: dumps({(1,2):3})); t(lambda: dumps({(1,2):3, 'a': 1}, skipkeys=True)); t(lambda: dumps(b'x')); t(lambda: dumps(object)); t(lambda: dumps({'a': [1, {2: {3}}]}))
a=[]; a.append(a); t(lambda: dumps(a)); d={}; d['x']=d; t(lambda: dumps(d)); t(lambda: dumps({1:2,'a':3}, sort_keys=True))
print(dumps({1,2}, default=list), dumps([1,{2}], default=lambda o: 'set'), dumps({'x': {3}}, default=sorted, indent=1))
class Enc(JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(dumps(2+1j, cls=Enc), Enc().encode([1j])); t(lambda: dumps(object(), cls=Enc) if 0 else dumps({1j}, cls=Enc)); print("".join(JSONEncoder(indent=1).iterencode([1,{'q':2}])))
import io
f=io.StringIO(); dump({'a':1}, f, indent=1); print(f.getvalue(), load(io.StringIO('[1]')), load(io.BytesIO(b'[2]')))
