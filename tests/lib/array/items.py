# Which values each typecode takes, and what is said of those it does not.
from shared import *

class Idx:
    def __init__(s, v): s.v = v
    def __index__(s):
        if isinstance(s.v, type): raise s.v('boom')
        return s.v
class Flt:
    def __init__(s, v): s.v = v
    def __float__(s):
        if isinstance(s.v, type): raise s.v('boom')
        return s.v

values = ['0', '1', '-1', '127', '128', '-128', '-129', '255', '256', '32767', '32768', '-32768', '-32769', '65535',
          '65536', 
          '2**70', '-2**70', 'True', '1.5', 'float("nan")', 'float("inf")', '1e300',
          'b"a"', '"a"', '"ab"', '""', '"é"', '"\\U0001f600"', 'None', 'Idx(5)', 'Idx(300)', 'Idx(TypeError)',
          'Idx(KeyError)', 'Idx("x")', 'Flt(2.5)', 'Flt(KeyError)', 'Flt(1)', '1j', '10**400', '[1]']

for t in 'bBwhHiIqQfd':
    for value in values:
        show('%s %s' % (t, value), lambda: A(t, [eval(value)]))
