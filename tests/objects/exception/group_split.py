g = ExceptionGroup("m", [ValueError(1), TypeError(2), ExceptionGroup("n", [ValueError(3), OSError(4)])])
for matcher in (ValueError, OSError, KeyError, (ValueError, TypeError), ExceptionGroup, lambda e: isinstance(e, TypeError)):
    print(g.split(matcher))
    print(g.subgroup(matcher))
print(g.subgroup(ExceptionGroup) is g, g.subgroup(lambda e: True) is g)
for matcher in (5, (ValueError, 5), int, [ValueError], list):
    try:
        g.split(matcher)
    except TypeError as error:
        print(error)
try:
    g.split(lambda e: 1 / 0)
except ZeroDivisionError as error:
    print(error)
