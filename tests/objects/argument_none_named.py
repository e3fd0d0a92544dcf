# Messages about an argument of the wrong type call None by its name, not by that of its type.
calls = ['b"a".ljust(3, None)', 'float.__getformat__(None)', '(1).to_bytes(1, None)', 'int.from_bytes(b"", None)', '"".__format__(None)',
         'type(None, (), {})', 'type("a", None, {})', 'type("a", (), None)', 'open("x", None)', 'format(1, None)', 'compile("", "", None)',
         '"a".find(None)', '"a".encode(None)', 'memoryview(b"").cast(None)', 'float(None)', 'bytes(None)', '"a".join(None)']
for call in calls:
    try:
        print(eval(call))
    except TypeError as error:
        print(call, '->', error)
