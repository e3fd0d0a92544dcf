# A subclass whose __buffer__ shows something else: operations read either its own bytes or that buffer.
class Bytes(bytes):
    def __buffer__(self, flags):
        return memoryview(b'shown')

class Array(bytearray):
    def __buffer__(self, flags):
        return memoryview(b'shown')

class Refusing(bytearray):
    def __buffer__(self, flags):
        raise OSError('no')

for own in Bytes(b'own'), Array(b'own'):
    for other in b'own', b'shown', bytearray(b'own'), bytearray(b'shown'), memoryview(b'own'), memoryview(b'shown'):
        print(type(own).__name__, bytes(other), own == other, other == own, own != other)
    print(own < bytearray(b'p'), bytearray(b'p') < own)
    print(b'%b %s %a' % (own, own, own), bytes(own), bytearray(own), b'-'.join([own, own]))
print(Refusing(b'own') == b'own', bytearray(b'own') == Refusing(b'own'))
try:
    print(Refusing(b'own') < bytearray(b'own'))
except TypeError as e:
    print(e)
print(Array(b'%d') % 5, Refusing(b'%d') % 5)

class Separator(bytearray):
    def __bytes__(self):
        return b'unasked'

print(bytearray(b'a-b').partition(Separator(b'-')), bytearray(b'a-b').rpartition(Separator(b'-')))
