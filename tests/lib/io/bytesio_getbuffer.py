def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


from io import BytesIO

stream = BytesIO(b'hello world')
view = stream.getbuffer()
print(type(view.obj), view.readonly, len(view))
show('write', lambda: stream.write(b'x'))
show('write nothing', lambda: stream.write(b''))
show('truncate', lambda: stream.truncate(2))
show('truncate to the same size', lambda: stream.truncate(11))
show('close', lambda: stream.close())
show('write itself', lambda: stream.write(view))
show('no lines', lambda: stream.writelines([]))
view[0] = ord('J')
show('getvalue', lambda: stream.getvalue())
show('read', lambda: stream.read(3))
part = view[6:]
view.release()
show('still exported', lambda: stream.write(b'x'))
part.release()
show('released', lambda: (stream.write(b'p'), stream.getvalue()))
value = stream.getvalue()
with stream.getbuffer() as view:
    view[:] = bytes(len(view))
print(value, stream.getvalue())
