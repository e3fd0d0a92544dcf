class Init(OSError):
    def __init__(self, *arguments):
        pass

class Passes(OSError):
    def __init__(self, *arguments, **keywords):
        super().__init__(2000, "y")

class New(OSError):
    def __new__(cls, *arguments):
        return super().__new__(cls, 2000, "z")

class Plain(OSError):
    pass

for e in (Init(2000, "x"), Passes(5, k=3), New(5), Plain(2000, "x", "f")):
    print(type(e).__name__, e.args, e.errno, e.filename)
try:
    Plain(5, k=3)
except TypeError as error:
    print(error)
print(type(FileNotFoundError(2000, "x")).__name__, type(Plain(2000, "x")).__name__)
