# Whole numbers come from what the most derived class defines of random() and getrandbits().
import random


class Floats(random.Random):
    def random(self):
        print('random', end=' ')
        return super().random()


class Bits(Floats):
    def getrandbits(self, k):
        print('bits', end=' ')
        return super().getrandbits(k)


class FloatsAgain(Bits):
    def random(self):
        print('again', end=' ')
        return super().random()


class Heir(FloatsAgain):
    pass


class HeirOfBits(Bits):
    pass


for kind in Floats, Bits, FloatsAgain, Heir, HeirOfBits:
    print(kind.__name__, kind(1).randrange(42))
