def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import BytesIO, TextIOWrapper

stream = TextIOWrapper(BytesIO(b'one\ntwo\n'), encoding='utf-8')
for arguments in (-1,), (0, 9), ('a',), (1, 1), (1, 2), (0, 1):
    show(f'{arguments}', lambda: stream.seek(*arguments))
next(stream)
show('after next()', lambda: stream.tell())
list(stream)
show('at the end', lambda: stream.tell())
