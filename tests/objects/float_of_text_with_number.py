# A subclass of str or bytes that has __float__ or __index__ is a number to float().
class Text(str):
    def __float__(self):
        return 9.5


class Index(str):
    def __index__(self):
        return 7


class Bytes(bytes):
    def __float__(self):
        return 8.5


print(float(Text('1')), float(Index('1')), float(Bytes(b'1')), int(Index('1')))
