def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
d = {1: 2}
attempt(lambda: {[]: 1})
attempt(lambda: d[{}])
attempt(lambda: d.get(set()))
attempt(lambda: d.setdefault([]))
attempt(lambda: d.pop([]))
attempt(lambda: {}.pop([], "default"))
attempt(lambda: [] in d)
attempt(lambda: d.__setitem__((1, []), 1))
attempt(lambda: d.__delitem__([]))
attempt(lambda: {[]})
attempt(lambda: set().add([]))
attempt(lambda: [] in {1})
attempt(lambda: {1}.discard({}))
attempt(lambda: frozenset([[]]))
attempt(lambda: {1}.intersection([[]]))
attempt(lambda: {1}.issubset([[]]))
attempt(lambda: {1}.difference([[]]))
class Refuses:
    def __hash__(self): raise TypeError("refused")
class Fails:
    def __hash__(self): raise ValueError("failed")
attempt(lambda: {Refuses(): 1})
attempt(lambda: {Fails(): 1})
attempt(lambda: {Refuses()})
class OnlyEq:
    def __eq__(self, other): return True
attempt(lambda: {OnlyEq()})
