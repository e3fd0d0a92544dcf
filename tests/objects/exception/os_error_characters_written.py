e = BlockingIOError(2000, "text", 5)
print(e.characters_written, e.args, e.filename)
for e in (BlockingIOError(2000, "text"), OSError(2000, "text", 5)):
    try:
        print(e.characters_written)
    except AttributeError as error:
        print(error)
e.characters_written = 3
print(e.characters_written)
try:
    e.characters_written = "a"
except TypeError as error:
    print(error)
del e.characters_written
try:
    del e.characters_written
except AttributeError as error:
    print(error)
