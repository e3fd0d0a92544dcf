def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import BytesIO

stream = BytesIO(b'abc\ndef')
show('get', lambda: (stream.read(2), stream.__getstate__()))
stream = BytesIO()
show('set', lambda: (stream.__setstate__((b'xyz', 1, None)), stream.read()))
for state in (b'x',), (b'x', 1), ('x', 1, None), (b'x', -1, None), (b'x', 'a', None), (b'x', 0, 5), 5:
    show(f'{state!r}', lambda: BytesIO().__setstate__(state))
show('from a number', lambda: BytesIO(5))
show('from str', lambda: BytesIO('abc'))
show('from None', lambda: BytesIO(None).getvalue())
show('by name', lambda: BytesIO(initial_bytes=bytearray(b'x')).getvalue())
