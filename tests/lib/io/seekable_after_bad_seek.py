# A seek to nowhere does not make a buffered file one that cannot seek.
import os

path = f'/tmp/bitis_seekable_after_bad_seek_{os.getpid()}'
with open(path, 'wb') as file: file.write(b'abc')
for mode in 'rb', 'r+b', 'ab', 'r':
    with open(path, mode) as file:
        try:
            (file.buffer if mode == 'r' else file).seek(-1)
        except OSError as error:
            print(error.strerror)
        print(mode, file.seekable(), file.seek(1))
os.remove(path)
with open(path, 'wb') as file: file.write(b'abc')
with open(path, 'rb', 0) as raw:
    try: raw.seek(-1)
    except OSError: print(raw.seekable())
with open(path, 'rb') as file:
    print(file.read(2), file.raw.seek(0), file.tell())
os.remove(path)
