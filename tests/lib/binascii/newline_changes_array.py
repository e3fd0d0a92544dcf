# b2a_base64 holds the data while it asks for the truth of `newline`.
import binascii


class Clears:
    def __bool__(self):
        data.clear()
        return True


data = bytearray(b'abc')
try:
    print(binascii.b2a_base64(data, newline=Clears()))
except BufferError as e:
    print(e)
print(data)
data.append(1)
