# What a buffered stream on a raw stream of the program's own still holds is written when the program ends.
import atexit
import io


class Raw(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        print('raw', bytes(data))
        return len(data)


buffered = io.BufferedWriter(Raw())
buffered.write(b'pending')
text = io.TextIOWrapper(io.BufferedWriter(Raw()))
text.write('text')
atexit.register(lambda: text.write(' and more'))
