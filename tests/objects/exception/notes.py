e = ValueError("v")
print(hasattr(e, "__notes__"), e.__dict__)
e.add_note("one")
e.add_note("two")
print(e.__notes__, e.__dict__)
for bad in (1, None, b"x"):
    try:
        e.add_note(bad)
    except TypeError as error:
        print(error)
e.__notes__ = 5
try:
    e.add_note("three")
except TypeError as error:
    print(error)
