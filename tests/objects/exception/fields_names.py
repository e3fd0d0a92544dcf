e = NameError("message", name="n")
print(e.name, e.args, NameError("m").name)
e = AttributeError("message", name="n", obj=[1])
print(e.name, e.obj, e.args, AttributeError().obj)
try:
    undefined_variable
except NameError as error:
    print(error.name, error)
try:
    [].missing
except AttributeError as error:
    print(error.name, error.obj, error)
try:
    list.missing
except AttributeError as error:
    print(error.name, error.obj, error)
