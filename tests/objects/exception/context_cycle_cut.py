a, b = ValueError("a"), ValueError("b")
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    print(repr(b.__context__), repr(a.__context__))
    try:
        raise a
    except ValueError:
        print(repr(a.__context__), repr(b.__context__))
