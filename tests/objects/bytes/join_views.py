# Views join as what they show; those with gaps or released ones do not.
data = bytearray(b'abcdef')
view = memoryview(data)
print(b'-'.join([view, view[1:3], b'x', view[:0], view.cast('H'), view.cast('B', (2, 3))]))
print(bytearray(b', ').join((view, data)), b''.join([view]))
for part in (view[::2], view[::-1], 5):
    try:
        print(b''.join([b'', part]))
    except TypeError as e:
        print(e)
released = memoryview(data)
released.release()
try:
    print(b''.join([view, released]))
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
