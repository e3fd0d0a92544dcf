# A reversed iterator holds its sequence until it has said that there is no more, and any error ends it.
class Raises:
    def __init__(self, error): self.error = error
    def __len__(self): return 3
    def __getitem__(self, i):
        if i == 1: raise self.error('no')
        return i

for error in ValueError, IndexError, StopIteration:
    iterator = reversed(Raises(error))
    for i in range(4):
        try: print(next(iterator, 'end'), iterator.__length_hint__(), len(iterator.__reduce__()))
        except Exception as e: print(type(e).__name__, e)

for sequence in 'ab', b'ab', (1, 2), bytearray(b'ab'):
    iterator = reversed(sequence)
    for i in range(4): print(next(iterator, 'end'), iterator.__length_hint__(), iterator.__reduce__()[1:])

data = bytearray(4)
def grow():
    try:
        data.append(1)
        return 'grown'
    except BufferError:
        return 'refused'
iterator = reversed(memoryview(data)[:1])
print(next(iterator), grow())
print(next(iterator, 'end'), grow())
