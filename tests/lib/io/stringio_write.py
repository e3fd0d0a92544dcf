def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import StringIO

stream = StringIO('abc')
stream.seek(6)
show('behind the end', lambda: (stream.write('X'), stream.getvalue(), stream.tell()))
stream = StringIO('hello')
show('over', lambda: (stream.write('J\u20ac'), stream.getvalue(), stream.tell(), stream.truncate(), stream.getvalue()))
stream = StringIO('\u20ac\xe4\U0001f600x')
stream.seek(1)
show('over', lambda: (stream.write('abc'), stream.getvalue(), stream.seek(2), stream.write('\u20ac'), stream.getvalue(), stream.read()))
show('bytes', lambda: StringIO().write(b'x'))
show('initial', lambda: StringIO(5))
show('initial', lambda: StringIO(None).getvalue())
stream = StringIO()
print(1, 2, file=stream)
show('print', lambda: stream.getvalue())
show('about', lambda: (stream.isatty(), stream.readable(), stream.writable(), stream.seekable(), stream.line_buffering, stream.encoding))
show('fileno', lambda: stream.fileno())
stream = StringIO('abc\ndef')
show('state', lambda: (stream.read(2), stream.__getstate__()))
stream = StringIO()
show('state', lambda: (stream.__setstate__(('xyz\n', None, 1, None)), stream.read()))
