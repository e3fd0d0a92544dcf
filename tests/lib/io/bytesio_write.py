def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from array import array
from io import BytesIO

stream = BytesIO(b'abc')
stream.seek(6)
show('behind the end', lambda: (stream.write(b'X'), stream.getvalue(), stream.tell()))
stream = BytesIO(b'hello')
show('over', lambda: (stream.write(b'J'), stream.write(memoryview(b'--')), stream.getvalue()))
stream = BytesIO()
show('array', lambda: (stream.write(array('h', [1, 2])), stream.getvalue()))
for value in 'x', 5, None:
    show('refused', lambda: BytesIO().write(value))
show('lines', lambda: stream.writelines([b'a', bytearray(b'b')]))
show('lines', lambda: stream.writelines([b'a', 'b']))
show('lines', lambda: stream.writelines(5))
show('value', lambda: stream.getvalue())
source = b'immutable'
stream = BytesIO(source)
stream.write(b'IM')
print(source, stream.getvalue())
value = stream.getvalue()
stream.write(b'!')
print(value, stream.getvalue())
