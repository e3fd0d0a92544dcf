class Outer:
    class Inner:
        z = 3
        def who(self): return __class__.__qualname__
    x = Inner.z
print(Outer.Inner.__qualname__, Outer.x, Outer.Inner().who())
