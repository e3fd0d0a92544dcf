class Own(ExceptionGroup):
    def derive(self, exceptions):
        return Own(self.message + "!", exceptions)
class Bad(ExceptionGroup):
    def derive(self, exceptions):
        return 5
class Default(ExceptionGroup):
    pass
print(Own("d", [ValueError(1), TypeError(2)]).split(ValueError))
print(Default("d", [ValueError(1), TypeError(2)]).split(ValueError))
try:
    Bad("d", [ValueError(1), TypeError(2)]).split(ValueError)
except TypeError as error:
    print(error)
g = ExceptionGroup("m", [ValueError(1), TypeError(2)])
try:
    try:
        raise KeyError("context")
    except KeyError:
        raise g
except ExceptionGroup:
    pass
g.add_note("note")
g.__cause__ = IndexError("cause")
for part in g.split(ValueError):
    print(repr(part), part.__notes__, part.__notes__ is g.__notes__, repr(part.__cause__), repr(part.__context__),
          part.__traceback__ is g.__traceback__)
