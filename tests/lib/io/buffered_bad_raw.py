def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import io


class Raw(io.RawIOBase):
    def __init__(self, answer):
        self.answer = answer

    def readable(self):
        return True

    writable = seekable = readable

    def readinto(self, target):
        return self.answer

    write = seek = tell = lambda self, *args: self.answer


for answer in None, -1, 200000, 'x':
    show(f'{answer!r} read', lambda: io.BufferedReader(Raw(answer), 16).read(3))
    show(f'{answer!r} readline', lambda: io.BufferedReader(Raw(answer), 16).readline())
    show(f'{answer!r} seek', lambda: io.BufferedReader(Raw(answer), 16).seek(3))
    show(f'{answer!r} tell', lambda: io.BufferedReader(Raw(answer), 16).tell())
