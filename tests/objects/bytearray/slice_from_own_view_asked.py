# A slice assigned from a view of the array itself is copied before the indices are asked a second time.
class Reversing:
    def __init__(self, array, index):
        self.array, self.index, self.times = array, index, 0

    def __index__(self):
        self.times += 1
        self.array.reverse()
        return self.index

for size in 2, 4:
    array = bytearray(b'abcdefgh')
    start = Reversing(array, 1)
    with memoryview(array)[2:2 + size] as view:
        try:
            array[start:5] = view
        except BufferError as e:
            print(e)
    print(size, start.times, array)
