class R:
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 5
    def __floor__(self): return 6
    def __int__(self): return 9
    def __float__(self): return 2.5
    def __complex__(self): return 1j
print(round(R()), round(R(), 2), int(R()), float(R()), complex(R()), divmod(7, 2))
class By:
    def __bytes__(self): return b'by'
print(bytes(By()))
print(abs(type('N', (), {'__abs__': lambda s: 'abs', '__neg__': lambda s: 'neg'})()), -type('N', (), {'__neg__': lambda s: 'neg'})())
