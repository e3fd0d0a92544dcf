def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import StringIO

for newline in None, '', '\n', '\r', '\r\n', 'x', 5:
    def use():
        stream = StringIO('a\nb\r\nc\rd', newline=newline)
        result = [stream.getvalue(), stream.read(), stream.newlines]
        stream.seek(0)
        result.append(list(stream))
        stream.write('\nq\r\nz\rw')
        result += stream.getvalue(), stream.newlines
        stream.seek(0)
        return result + stream.readlines()
    show(f'{newline!r}', use)
