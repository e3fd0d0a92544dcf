e = ValueError("v")
print(e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
for attribute in ("__cause__", "__context__", "__traceback__", "__suppress_context__"):
    for value in (5, None):
        try:
            setattr(e, attribute, value)
            print(attribute, "set to", value)
        except TypeError as error:
            print(attribute, error)
    try:
        delattr(e, attribute)
    except TypeError as error:
        print(attribute, error)
e.__cause__ = KeyError("k")
print(repr(e.__cause__), e.__suppress_context__)
