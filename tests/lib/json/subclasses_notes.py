import json
from json import *


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


import enum, collections
class IE(enum.IntEnum): A=3
class SE(enum.StrEnum): B='bb'
class MyInt(int):
    def __repr__(s): return 'no'
class MyF(float):
    def __repr__(s): return 'no'
class MyS(str): pass
class MyL(list): pass
class MyD(dict): pass
print(dumps([IE.A, SE.B, MyInt(5), MyF(2.5), MyS('q'), MyL([1]), MyD(a=1), {MyInt(4): 1, IE.A: 2, SE.B: 3, MyS('z'): 4, MyF(1.5): 5}, collections.OrderedDict(a=1), collections.namedtuple('P','x y')(1,2)]))
print(dumps('x'*3, indent=3), dumps(None), dumps(True), dumps(3), dumps(2.5), dumps([1,2,3], separators=(' ; ','=')), dumps([1,2],indent=1,separators=(',',':')))
print(json.__all__, json.decoder.JSONDecodeError, json.encoder.JSONEncoder, json.JSONDecodeError.__module__)
t(lambda: dumps({'a':1}, foo=3)); t(lambda: dumps(1, default=3)); t(lambda: dumps([1], check_circular=False)); t(lambda: dumps({float('nan'): 1})); t(lambda: dumps({10**20: 1, False: 2}))
class Bad:
    def __getattr__(s,n): raise AttributeError
t(lambda: dumps({'k': [Bad()]}))
try: dumps({'k': [0, Bad()]})
except TypeError as e: print(e.__notes__)
try: dumps({'k': [0, {1j}]}, indent=1)
except TypeError as e: print(e.__notes__)
t(lambda: JSONDecodeError("m", "a\nbc", 3)); t(lambda: loads('[1]', cls=JSONDecoder)); t(lambda: loads('"\\u00e9\\t\\b\\f\\r\\\\"'))
t(lambda: loads('[1.5e400, -1e400, 1E+2]')); t(lambda: loads('1'*5000))
print(repr(dumps({'é': 'ü'})), dumps({'é': 'ü'}, ensure_ascii=False))
