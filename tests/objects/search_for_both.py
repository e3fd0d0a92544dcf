# What is a buffer and has an __index__ too is searched for as a buffer by methods, as a number by `in`.
class Both:
    def __init__(self, number, data):
        self.number, self.data = number, data

    def __index__(self):
        return self.number

    def __buffer__(self, flags):
        return memoryview(self.data)


for receiver in b'abcabc', bytearray(b'abcabc'):
    for sub in Both(98, b'ca'), Both(300, b'b'), Both(97, b'zz'), Both(-1, b''):
        for method in receiver.find, receiver.rfind, receiver.count, receiver.index, receiver.rindex:
            try:
                print(method.__name__, sub.number, method(sub))
            except ValueError as e:
                print(method.__name__, sub.number, e)
        try:
            print(sub in receiver)
        except ValueError as e:
            print(e)
