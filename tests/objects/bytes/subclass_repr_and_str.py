# str() of a subclass with a __repr__ of its own shows the bytes all the same.
class Packet(bytes):
    def __repr__(self):
        return 'Packet!'

class Room(bytearray):
    def __repr__(self):
        return 'Room!'

class Both(bytes):
    def __repr__(self):
        return 'Both!'

    def __str__(self):
        return 'both as text'

for value in Packet(b'ab'), Room(b'ab'), Both(b'ab'):
    print(value, str(value), repr(value), f'{value} {value!r}', '%s %r' % (value, value), [value], format(value))
print('__str__' in vars(bytes), '__str__' in vars(bytearray), bytes.__str__(Both(b'q')), bytearray.__str__(Room(b'q')))
