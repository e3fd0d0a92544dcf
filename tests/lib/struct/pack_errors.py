# What values refuse to be packed, and what is said.
import struct

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        if isinstance(self.value, type):
            raise self.value('boom')
        return self.value

class Float(Index):
    __index__ = None
    __float__ = Index.__index__

class Complex(Index):
    __index__ = None
    __complex__ = Index.__index__

values = [True, 255, 256, -1, 65536, 2**31, 2**63, 2**64, 2**70, -2**70, 1.5, 65504.0, 65520.0, 1e300, 1 + 2j, b'a', b'', b'ab', bytearray(b'a'),
          'a', None, Index(5), Index(300), Index(TypeError), Index(KeyError), Index('x'), Float(2.5), Float(1), Float(KeyError), Complex(1j),
          Complex(KeyError), 10**400, memoryview(b'a')]
for form in 'c b B ? h H i I q Q e f d F D <b >h <H >i <I >q <Q <e >e <f >f <d <F >F >D s p 0s'.split():
    for value in values:
        try:
            print(form, struct.pack(form, value).hex())
        except Exception as error:
            name = type(value).__name__ if isinstance(value, Index) else repr(value)[:20] if not isinstance(value, memoryview) else 'memoryview'
            print(form, name, type(error).__name__, error)
