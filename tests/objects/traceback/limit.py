# sys.tracebacklimit: uncaught exceptions show as many of the innermost entries, none and no heading for 0.
import sys

def outer():
    inner()

def inner():
    raise ValueError('x')

sys.stderr = sys.stdout
for limit in 1, 2, 9, 0, -3, None:
    sys.tracebacklimit = limit
    print(limit)
    try:
        outer()
    except ValueError as e:
        sys.__excepthook__(type(e), e, e.__traceback__)
