def chain(e):
    while e is not None:
        print(repr(e), "cause", repr(e.__cause__), "suppressed", e.__suppress_context__)
        e = e.__context__

try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["missing"]
except KeyError as e:
    chain(e)

try:
    try:
        raise ValueError("first")
    except ValueError as first:
        raise TypeError("second") from first
except TypeError as e:
    chain(e)

try:
    try:
        raise ValueError("first")
    except ValueError:
        raise TypeError("second") from None
except TypeError as e:
    chain(e)
