class NotTuple(ExceptionGroup):
    def split(self, matcher): return 5
class Short(ExceptionGroup):
    def split(self, matcher): return (1,)
class Nothing(ExceptionGroup):
    def split(self, matcher): return None, None
for kind in (NotTuple, Short, Nothing):
    try:
        try:
            raise kind("a", [ValueError()])
        except* ValueError:
            print("matched")
        print("nothing left")
    except BaseException as e:
        print(repr(e))
