# What help() prints about functions, methods, classes and modules.
class Packet:
    """Some bytes.

    And what they mean.
    """
    version = 3

    def __init__(self, data, /, *rest, strict=False):
        "Keeps the data."

    @property
    def size(self):
        "How many bytes."

    @staticmethod
    def parse(text, *, base=16, **options):
        pass


def plain(a, b=2, *, c):
    "Does nothing."


help(plain)
help(Packet)
help(Packet(b'').__init__)
help(len)
help(bytes.find)
help(b''.find)
help('no.such.thing')
help('while')
print(repr(help), repr(exit), repr(quit), sep='\n')
for leave in exit, quit:
    try:
        leave(3)
    except SystemExit as error:
        print(repr(error))
