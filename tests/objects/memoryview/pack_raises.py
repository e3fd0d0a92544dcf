def t(text):
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


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
