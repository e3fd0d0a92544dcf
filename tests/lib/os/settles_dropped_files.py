# What looks at files by other means than file objects sees what a file object that is gone has written.
import mmap
import os

folder = f'/tmp/bitis-settle-{os.getpid()}'
os.mkdir(folder)
os.chdir(folder)


def put(name, text):
    open(name, 'w').write(text)


put('a', 'hello')
print(os.stat('a').st_size)
put('b', 'hello')
os.rename('b', 'c')
print(os.path.exists('b'), open('c').read())
put('d', 'hello')
os.remove('d')
print(os.path.exists('d'))
put('e', 'hello')
print(os.path.getsize('e'), os.read(os.open('e', os.O_RDONLY), 9))
number = os.open('f', os.O_RDWR | os.O_CREAT)
put('f', 'later')
print(os.fstat(number).st_size, mmap.mmap(number, 0)[:])
put('f', 'again later')
buffers = bytearray(5), bytearray(6)
print(os.preadv(number, buffers, 0), buffers)
put('g', 'abcdef')
os.truncate('g', 2)
print(open('g').read())
put('h', 'abc')
print([entry.stat().st_size for entry in os.scandir() if entry.name == 'h'])
put('i', 'abc')
if os.fork() == 0:
    os._exit(0)
os.waitpid(-1, 0)
print(open('i').read())
put('j', 'abc')
os.utime('j', (5, 5))
print(os.stat('j').st_mtime)
kept = open('k', 'w')
kept.write('not yet')
print(os.stat('k').st_size)
kept.close()
print(os.stat('k').st_size)
for name in os.listdir():
    os.unlink(name)
os.chdir('/')
os.rmdir(folder)
