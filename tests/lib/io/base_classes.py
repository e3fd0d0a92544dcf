import io
from shared import check


class Stream(io.IOBase):
    pass


class Raw(io.RawIOBase):
    pass


class Buffered(io.BufferedIOBase):
    pass


class Text(io.TextIOBase):
    pass


for make in Stream, Raw, Buffered, Text:
    check(make())
