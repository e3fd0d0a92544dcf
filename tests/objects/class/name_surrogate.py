# Names and documentation of classes must be encodable.
def show(f):
    try:
        print(ascii(f()))
    except (UnicodeEncodeError, ValueError) as e:
        print(type(e).__name__, e)


class C:
    pass


show(lambda: type('\ud800', (), {}))
show(lambda: setattr(C, '__name__', 'a\udcff'))
show(lambda: type('D', (), {'__doc__': 'x\udcdcy'}))
show(lambda: type('a\0b', (), {}))
show(lambda: setattr(C, '__name__', 'a\0'))
show(lambda: type('é', (), {'__doc__': 'ü'}).__doc__)
print(C)
