import random
import random as R


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for s in (0, 1, -1, 42, 2**100, 'hello', b'abc', bytearray(b'abc'), '', True, -2**70):
    R.seed(s); print(s, R.random(), R.getrandbits(10), R.getrandbits(64), R.getrandbits(100), R.randint(1,100), R.randrange(0,1000,7), R.choice('abcdef'))
