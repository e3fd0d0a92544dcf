def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import io

target = io.BytesIO()
stream = io.TextIOWrapper(target, encoding='utf-8')
stream.write('\xe4')
stream.reconfigure(encoding='latin-1')
stream.write('\xe4\n')
stream.reconfigure(newline='\r\n', line_buffering=True)
stream.write('\n')
print(target.getvalue(), stream.encoding, stream.errors, stream.line_buffering, stream.write_through)
show('unknown', lambda: stream.reconfigure(foo=1))
show('newline', lambda: stream.reconfigure(newline='x'))
show('encoding', lambda: stream.reconfigure(encoding='nope'))
reader = io.TextIOWrapper(io.BytesIO(b'abc'))
reader.read(1)
show('after reading', lambda: reader.reconfigure(encoding='latin-1'))
show('after reading', lambda: reader.reconfigure(line_buffering=True))
