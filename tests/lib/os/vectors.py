# readv, writev, preadv, pwritev, sendfile, copy_file_range, posix_fallocate, lockf
import os

path = f'/tmp/bitis-vectors-{os.getpid()}'
file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)


def show(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


show(os.writev, file, [b'0123', bytearray(b'456'), memoryview(b'789')])
os.lseek(file, 0, 0)
first, second = bytearray(3), bytearray(20)
show(os.readv, file, (first, memoryview(second)[5:]))
print(first, second)
show(os.preadv, file, [first], 4)
show(os.pwritev, file, [b'AB', b'', b'C'], 8)
print(first, os.pread(file, 20, 0))
show(os.readv, file, [])
show(os.readv, file, [b'bytes'])
show(os.readv, file, 5)
show(os.readv, file, 'text')
show(os.writev, file, ['text'])
show(os.writev, file, {b'a': 1})
show(os.writev, -1, [b'a'])
other = os.open(path + '2', os.O_RDWR | os.O_CREAT | os.O_TRUNC)
show(os.sendfile, other, file, 2, 5)
show(os.copy_file_range, file, other, 3, 0)
print(os.pread(other, 20, 0))
show(os.copy_file_range, file, other, -1)
show(os.posix_fallocate, other, 0, 50)
print(os.fstat(other).st_size)
show(os.posix_fallocate, other, 0, 0)
show(os.lockf, other, os.F_TLOCK, 5)
show(os.lockf, other, os.F_ULOCK, 5)
show(os.posix_fadvise, other, 0, 0, os.POSIX_FADV_SEQUENTIAL)


class Resizing(list):
    def __getitem__(self, index):
        return b'subclass'


show(os.writev, other, Resizing([b'ab']))
buffer = bytearray(4)
show(os.preadv, file, [buffer, buffer], 0)
buffer.append(1)
print(buffer)
os.close(file)
os.close(other)
os.unlink(path)
os.unlink(path + '2')
