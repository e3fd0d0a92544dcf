# Numbers that look random, the same in every run.

class Random:
    def __init__(self, seed):
        self.state = seed
    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
        return (self.state >> 33) % n
    def choice(self, items):
        return items[self.below(len(items))]
