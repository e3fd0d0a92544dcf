# The frames of a traceback keep their locals, views among them, for as long as the exception lives.
def fail(b):
    view = memoryview(b)
    raise ValueError

b = bytearray(b'abc')
try:
    fail(b)
except ValueError:
    try:
        b.append(1)
        print('resized')
    except BufferError as e:
        print(e)
b.append(2)
print(b)
kept = None
try:
    fail(b)
except ValueError as e:
    kept = e
try:
    b.append(3)
except BufferError as e:
    print(e)
kept.__traceback__.tb_next.tb_frame.clear()
b.append(4)
print(b)
kept = None
for _ in range(3):
    try:
        fail(b)
    except ValueError:
        pass
    b.append(5)
print(b)


def generator(b):
    view = memoryview(b)
    yield len(view)
    yield view[0]


it = generator(b)
print(next(it), it.gi_frame.f_locals['view'].nbytes)
frame = it.gi_frame
list(it)
try:
    b.append(6)
except BufferError as e:
    print(e)
frame.clear()
b.append(7)
print(b, frame.f_locals)
