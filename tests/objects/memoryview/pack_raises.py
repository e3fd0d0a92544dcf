from shared import Index, t

class Raises:
    def __index__(self):
        raise KeyError('index')

    __bool__ = __float__ = __index__


for format in 'cbB?hHiIqQefd':
    view = memoryview(bytearray(8)).cast(format)
    try:
        view[0] = Raises()
    except Exception as error:
        print(format, type(error).__name__, error)
