def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import BytesIO

for arguments in ((0,), (5,), (100,), (-1,), (-1, 1), (2, 1), (-100, 1), (-2, 2), (3, 2), (0, 3), (0, -1), (1.0,), (None,), ('x',),
                  (0, None)):
    def seek():
        stream = BytesIO(b'ab\ncd\nef')
        stream.seek(3)
        return stream.seek(*arguments), stream.tell()
    show(f'{arguments}', seek)
for arguments in (), (None,), (0,), (3,), (100,), (-1,), (1.5,), ('a',):
    def truncate():
        stream = BytesIO(b'ab\ncd\nef')
        stream.seek(1)
        return stream.truncate(*arguments), stream.tell(), stream.getvalue()
    show(f'truncate{arguments}', truncate)
