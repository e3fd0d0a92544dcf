# object.__hash__ never takes a value for its own sign of an error.
for value in (-1, -2, 0, 1, 2**60, -2**60, 1.5, "a"):
    print(type(object.__hash__(value)), object.__hash__(value) == -1)
