class Ix:
    def __index__(self): return 2
print([1,2,3][Ix()], 'abc'[Ix()], range(10)[Ix()], hex(Ix()), bytes(Ix()), [0] * Ix(), 'a' * Ix(), (1,2,3)[:Ix()])
