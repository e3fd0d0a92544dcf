# `%` holds the array that is the format while methods of the arguments run, so these cannot resize it. CPython 3.14.2 reads
# memory that it has freed here, and what comes out is anything.
class Clears:
    def __bytes__(self):
        b.clear()
        return b"x"

    def __repr__(self):
        b.extend(b"y" * 1000)
        return "y"


for text in (b"<%s %d>", b"<%r %d>"):
    b = bytearray(text)
    try:
        print(b % (Clears(), 5))
    except BufferError as error:
        print(error)
    print(b)


# A separator that is found is answered as it was given; CPython wraps an object whose class defines __buffer__.
class View:
    def __buffer__(self, flags):
        return memoryview(b"-")


view = View()
print(b"a-b".partition(view)[1] is view, b"a-b".rpartition(view)[1] is view)
