def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import sys


def inner():
    frame = sys._getframe()
    outer = sys._getframe(1)
    print(frame.f_code.co_name, frame.f_lineno, outer.f_code.co_name, outer.f_lineno)
    print(frame.f_back.f_code.co_name, frame.f_back.f_back.f_code.co_name, frame.f_globals is globals())
    print(outer.f_locals['x'], frame.f_builtins['len'] is len, frame is not outer)
    return frame


def outer(x):
    return inner()


frame = outer(5)
print(frame.f_code.co_name, sys._getframe().f_locals is globals(), sys._getframe().f_lineno)
show('deep', lambda: sys._getframe(1000))
show('type', lambda: sys._getframe('a'))
show('negative', lambda: sys._getframe(-1).f_code.co_name)
