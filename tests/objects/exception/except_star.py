def show(f):
    try:
        f()
        print("nothing raised")
    except BaseException as e:
        print(repr(e), "context", repr(e.__context__), "cause", repr(e.__cause__))
        for x in getattr(e, "exceptions", ()):
            print("   ", repr(x), "context", repr(x.__context__))
def handled():
    try: raise ExceptionGroup("e", [ValueError(1), ExceptionGroup("f", [TypeError(2), ValueError(3)])])
    except* ValueError as e: print(repr(e))
    except* TypeError as e: print(repr(e))
def raises_other():
    try: raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("k")
def reraises():
    try: raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise
def naked():
    try: raise ValueError(1)
    except* ValueError as e: print(repr(e)); raise
def naked_unmatched():
    try: raise ValueError(1)
    except* TypeError: pass
def naked_other():
    try: raise ValueError(1)
    except* ValueError: raise IndexError("i")
def mixed():
    try: raise ExceptionGroup("e", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError: raise IndexError("i")
    except* TypeError: raise
def raises_part():
    try: raise ExceptionGroup("e", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as v: raise v
def refuses_group():
    try: raise ValueError(1)
    except* ExceptionGroup: pass
def refuses_int():
    try: raise ValueError(1)
    except* 5: pass
for f in (handled, raises_other, reraises, naked, naked_unmatched, naked_other, mixed, raises_part, refuses_group, refuses_int):
    print(f.__name__)
    show(f)
