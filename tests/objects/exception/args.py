e = ValueError(1, "2")
print(e.args, repr(e), str(e))
print(repr(ValueError()), repr(str(ValueError())))
print(repr(ValueError("x")), str(ValueError(("a",))))
e.args = [5, 6]
print(e.args, repr(e))
for value in (5, None):
    try:
        e.args = value
    except TypeError as error:
        print(error)
try:
    del e.args
except TypeError as error:
    print(error)
print(BaseException.__new__(ValueError, 1, a=2).args)
