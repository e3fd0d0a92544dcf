from io import BytesIO

stream = BytesIO(b'abc')


def look():
    return bytes(stream.getbuffer()[1:])


print(look())
stream.seek(0, 2)
stream.write(b'def')
print(stream.getvalue())
