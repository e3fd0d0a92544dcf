def si(): 
    raise StopIteration('x')
    yield
try: list(si())
except RuntimeError as e: print(repr(e), repr(e.__cause__))
