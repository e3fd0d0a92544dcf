def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e, "| cause", repr(e.__cause__))
def raise_class(): raise ValueError
def raise_int(): raise 5
def raise_none(): raise None
def raise_from_int(): raise ValueError("x") from 5
def raise_from_class(): raise ValueError("x") from KeyError
def raise_nothing(): raise
class Odd(Exception):
    def __new__(cls): return 5
def raise_odd(): raise Odd
for f in (raise_class, raise_int, raise_none, raise_from_int, raise_from_class, raise_nothing, raise_odd):
    attempt(f)
