def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import BytesIO

for method in 'read', 'read1', 'readline', 'readlines':
    for arguments in (), (-1,), (None,), (0,), (3,), (100,), (1.5,), ('a',), (-5,):
        def read():
            stream = BytesIO(b'ab\ncd\nef')
            stream.seek(1)
            return getattr(stream, method)(*arguments), stream.tell()
        show(f'{method}{arguments}', read)
stream = BytesIO(b'abc')
stream.seek(6)
show('behind the end', lambda: (stream.read(), stream.readline(), stream.read(5), stream.tell(), list(stream)))
