from io import BytesIO


class Stream(BytesIO):
    def __init__(self, data):
        super().__init__(data)
        self.extra = 1


stream = Stream(b'abc\nd')
print(stream.read(), stream.extra, stream.__dict__)
stream.seek(0)
print(list(stream))
with Stream(b'') as stream:
    print(stream.closed)
print(stream.closed)
