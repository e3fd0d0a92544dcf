# io.IOBase and its like are one class each, not an abstract class on top of one written in C: register() is not there,
# and the classes of streams are found below them without it.
import io

print(io.FileIO.__mro__)
print(isinstance(io.StringIO(), io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), hasattr(io.IOBase, 'register'))
