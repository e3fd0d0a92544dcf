# int.to_bytes and from_bytes look at the type of `byteorder`, then at `signed`, then at the value of `byteorder`.
class Asked:
    def __bool__(self):
        raise KeyError('asked')

for order in 'x', 5, None, 'big':
    for signed in Asked(), True:
        for call in (lambda: (5).to_bytes(1, order, signed=signed), lambda: int.from_bytes(b'a', order, signed=signed),
                     lambda: (5).to_bytes(-1, order, signed=signed), lambda: int.from_bytes(5, order, signed=signed)):
            try:
                print(order, signed is True, call())
            except Exception as e:
                print(order, signed is True, type(e).__name__, e)
