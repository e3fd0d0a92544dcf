def show(*arguments, kind=ExceptionGroup, **keywords):
    try:
        g = kind(*arguments, **keywords)
        print(repr(g), str(g), g.message, g.exceptions, g.args)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class OwnGroup(ExceptionGroup): pass
class OwnBase(BaseExceptionGroup): pass
v = ValueError(1)
show()
show("a")
show("a", [])
show(1, [v])
show("a", 5)
show("a", [v, 1])
show("a", [v, int])
show("a", {v})
show("a", (v,))
show("a", [v, v])
show("a", [v], 3)
show("a", excs=[v])
show("a", "abc")
show("a", [KeyboardInterrupt()])
show("a", [v], kind=BaseExceptionGroup)
show("a", [KeyboardInterrupt()], kind=BaseExceptionGroup)
show("a", [KeyboardInterrupt()], kind=OwnGroup)
show("a", [v], kind=OwnBase)
print(ExceptionGroup.__mro__)
for attribute in ("message", "exceptions"):
    try:
        setattr(ExceptionGroup("a", [v]), attribute, None)
    except AttributeError as error:
        print(error)
print(ExceptionGroup[int])
