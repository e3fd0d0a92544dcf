e = ValueError("v")
e.x = 1
print(e.__dict__, vars(e))
class Own(ValueError):
    count = 0
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code
o = Own("m", 5)
print(o.code, o.args, o.__dict__, repr(o), str(o))
try:
    ValueError.x = 1
except TypeError as error:
    print(error)
try:
    e.__dict__ = 5
except TypeError as error:
    print(error)
print(ValueError("a") == ValueError("a"), e == e)
