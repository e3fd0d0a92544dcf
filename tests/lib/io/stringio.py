def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import StringIO

for method in 'read', 'readline', 'readlines', 'truncate':
    for arguments in (), (-1,), (None,), (0,), (3,), (100,), (1.5,), ('a',), (-5,):
        def call():
            stream = StringIO('ab\nc\u20ac\nef')
            stream.seek(1)
            return getattr(stream, method)(*arguments), stream.tell(), stream.getvalue()
        show(f'{method}{arguments}', call)
for arguments in (0,), (5,), (100,), (-1,), (-1, 1), (0, 1), (0, 2), (-2, 2), (0, 3), (1.0,), (None,), (0, None):
    def seek():
        stream = StringIO('ab\ncd\nef')
        stream.seek(3)
        return stream.seek(*arguments), stream.tell()
    show(f'seek{arguments}', seek)
