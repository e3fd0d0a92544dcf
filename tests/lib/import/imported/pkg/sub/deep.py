NAME = __name__
def up():
    from ..a import x
    from . import star3
    return x + star3
