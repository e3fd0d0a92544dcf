import json
from json import *


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


print(loads('{"a": [1, -2, 3.5, 1e3, -1E-2, true, false, null, "x\\u20ac\\n\\ud83d\\ude00\\/\\"", {}, []]}'), loads(b'[1]'), loads(bytearray(b'"\xe2\x82\xac"')), loads('"\\ud800"').encode('utf-8','surrogatepass'), loads('  [ 1 , 2 ]  '), loads('NaN'), loads('[Infinity,-Infinity]'), loads('123456789012345678901234567890'), loads('-0'), loads('-0.0'), loads('0.1e1'), loads('"\\ud83dx"').encode('utf-8','surrogatepass'))
for s in ['', '[', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", 'tru', 'nul', '01', '1.', '.5', '-', '+1', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12g4"', '[1 2]', '{"a" 1}', '1 2', '\ufeff[]', 'x', '[1,\n2,\n x]', '{"a":1 "b":2}', '"\\', '[tru]', '1e', '--1', '{1:2}', '"\t"', '[,1]', '{,}', '"\\ud800\\u12"', 'nan', '[1,,2]', '{"a":1,,}', '{"a":}','[NaN,}']:
    print(repr(s), end=' '); t(lambda: loads(s))
try: loads('[1,\n2,\n x]')
except JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, repr(e.doc), e.args, isinstance(e, ValueError), e.__class__.__mro__)
t(lambda: loads(3)); t(lambda: loads(None)); t(lambda: loads(b'\xff'))
print(loads('{"a":1,"b":{"c":2}}', object_hook=lambda d: sorted(d.items())), loads('{"a":1,"a":2}', object_pairs_hook=lambda p: p), loads('[1.5, 2]', parse_float=str, parse_int=lambda s: 'i'+s), loads('[NaN, Infinity]', parse_constant=lambda s: 'c'+s), loads('{"a":1,"a":2}'))
dec=JSONDecoder(); print(dec.raw_decode('[1] x'), dec.decode(' 5 ')); t(lambda: dec.raw_decode(' 5')); t(lambda: JSONDecoder(strict=False).decode('"a\nb"')); t(lambda: loads('"\t"', strict=False)); t(lambda: dec.raw_decode('xx5', 2)); t(lambda: dec.raw_decode('5', -1))
