# Where an error handler says to go on must fit a size.
import codecs
for position in 10**30, -10**30, 100, -100, '1', 1.5:
    codecs.register_error('far', lambda e: ('x', position))
    for convert in lambda: b'a\xff'.decode('ascii', 'far'), lambda: 'a\xff'.encode('ascii', 'far'):
        try:
            print(position, convert())
        except Exception as e:
            print(position, type(e).__name__, e)
