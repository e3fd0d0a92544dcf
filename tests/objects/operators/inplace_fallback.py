class V:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return 'added'
v = V(1); v += 1; print(v)
class V2:
    __iadd__ = None
v = V2()
try: v += 1
except TypeError as e: print(e)
