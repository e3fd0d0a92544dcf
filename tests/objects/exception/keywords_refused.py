def show(make):
    try:
        print(repr(make()))
    except TypeError as error:
        print(error)

class Plain(ValueError):
    pass

class Takes(ValueError):
    def __init__(self, **keywords):
        self.keywords = keywords

show(lambda: ValueError(a=1))
show(lambda: StopIteration(a=1))
show(lambda: OSError(a=1))
show(lambda: SyntaxError(a=1))
show(lambda: Plain(1, k=2))
show(lambda: Takes(k=2))
print(Takes(k=2).args, Takes(k=2).keywords)
show(lambda: ImportError(a=1))
show(lambda: NameError("x", other=1))
show(lambda: AttributeError(x=1))
