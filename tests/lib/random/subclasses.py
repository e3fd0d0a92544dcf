import random
import random as R


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


s=random.SystemRandom(); print(0<=s.random()<1, 0<=s.getrandbits(5)<32, len(s.randbytes(4)), s.choice([7])); t(s.getstate)
class Sub(random.Random):
    def random(self): return 0.5
x=Sub(3); print(x.random(), x.uniform(0,2), x.choice([1,2,3,4]), x.randrange(10))
