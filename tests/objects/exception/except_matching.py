def attempt(e, classes):
    try:
        raise e
    except classes as caught:
        return "caught " + type(caught).__name__
for classes in (ValueError, (KeyError, ValueError), Exception):
    print(attempt(ValueError(), classes))
for classes in (KeyError, ()):
    try:
        print(attempt(ValueError(), classes))
    except ValueError:
        print("not caught")
for classes in (5, (KeyError, 5), int, (KeyError, (TypeError, ValueError))):
    try:
        attempt(ValueError(), classes)
    except TypeError as error:
        print(error, "| context", repr(error.__context__))
