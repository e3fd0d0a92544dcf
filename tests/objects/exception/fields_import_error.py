e = ImportError("message", name="n", path="p")
print(e.msg, e.name, e.path, repr(e), str(e))
print(ImportError("a", "b").msg, str(ImportError("a", "b")))
print(ImportError(5).msg, str(ImportError(5)))
e.msg = "changed"
print(str(e))
e.msg = 5
print(str(e))
del e.msg
print(e.msg)
print(ImportError("m", name_from="q").name_from)
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error, error.name, error.path)
