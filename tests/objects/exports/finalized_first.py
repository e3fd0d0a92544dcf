# An object with __del__ that the program has dropped is finalized before the views that it holds are closed, also where there
# are too many such objects to look for dropped ones at once.
class Finalized:
    def __init__(self, view=None):
        self.view = view

    def __del__(self):
        if self.view is not None: print('finalized with', bytes(self.view))


others = [Finalized() for i in range(400)]
for i in range(3):
    b = bytearray(b'abc')
    Finalized(memoryview(b))
    b.append(1)
    print(b)
