path = '/tmp/bitis_open_modes'
for mode in 'w', 'r', 'a', 'r+', 'w+', 'a+', 'rb', 'wb', 'ab', 'rb+', 'wb+', 'ab+', 'rt', 'bw':
    with open(path, mode) as file:
        print(mode, file, file.mode, file.readable(), file.writable(), file.seekable(), file.tell())
        raw = file.buffer.raw if hasattr(file, 'buffer') else file.raw
        print(raw, raw.mode, raw.closefd)
with open(path, 'wb', buffering=0) as file:
    print(type(file).__name__, file.write(b'abc'))
with open(path.encode()) as file:
    print(file.name, file.read())
file = open(path)
with open(file.fileno(), closefd=False) as other:
    print(type(other.name), other.read())
print(file.closed, file.read())
file.close()
