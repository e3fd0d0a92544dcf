# truncate() of a buffered stream writes what is pending and hands its argument to the raw stream as it is.
import io


class Raw(io.BytesIO):
    def truncate(self, *args):
        print('truncate', args, self.tell())
        return super().truncate(*args)


raw = Raw(b'abcdefghij')
writer = io.BufferedWriter(raw)
writer.write(b'xyz')
print(writer.truncate(), raw.getvalue())
print(writer.truncate(2), raw.getvalue(), writer.tell())
both = io.BufferedRandom(Raw(b'abcdefghij'))
both.read(4)
print(both.truncate(), both.raw.getvalue(), both.tell())
print(both.truncate(None))


class Plain(io.RawIOBase):
    def writable(self):
        return True

    def write(self, b):
        return len(b)


try:
    io.BufferedWriter(Plain()).truncate()
except io.UnsupportedOperation as e:
    print(e)
