# A mapping after ** that gives a key twice.
class Letters:
    def __init__(self, *letters):
        self.letters = letters
    def keys(self):
        return self.letters
    def __getitem__(self, letter):
        return letter.upper()

def f(x=0, **more):
    return x, more

for call in (lambda: f(**Letters('a', 'b')), lambda: f(**Letters('a', 'a')), lambda: f(a=1, **Letters('a')), lambda: f(1, **Letters('x')),
             lambda: dict(**Letters('b', 'b')), lambda: dict(Letters('b', 'b')), lambda: {**Letters('c', 'c')}, lambda: f(**Letters(1))):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
