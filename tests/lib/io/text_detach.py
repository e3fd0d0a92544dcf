def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import io

stream = io.TextIOWrapper(io.BytesIO(b'x'), encoding='utf-8')
print(stream.detach().read())
show('read', lambda: stream.read())
show('write', lambda: stream.write('a'))
show('closed', lambda: stream.closed)
show('repr', lambda: repr(stream))
show('new', lambda: io.TextIOWrapper.__new__(io.TextIOWrapper).read())
show('new', lambda: io.BufferedReader.__new__(io.BufferedReader).read())
