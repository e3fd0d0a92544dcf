# A refused resize says who is in the way: CPython cannot know it. The message itself is CPython's.
def make(b):
    return memoryview(b)[1:]


b = bytearray(b'abc')
whole = memoryview(b)
part = make(b)
whole.release()
try:
    b.append(33)
except BufferError as error:
    print(error)
    for note in error.__notes__:
        print(note.partition('> ')[2].replace(__file__, 'FILE'))
