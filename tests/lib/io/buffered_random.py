path = '/tmp/bitis_buffered_random'
for size in -1, 4, 2:
    with open(path, 'w+b', buffering=size) as file:
        print(file.write(b'abcdefghij'), file.seek(2), file.read(3), file.write(b'X'), file.tell(), file.read())
        print(file.seek(0), file.read(), file.seek(-3, 2), file.read(), file.seek(-4, 1), file.read(1))
        print(file.seek(1), file.peek()[:1], file.write(b'Q'), file.seek(0), file.read(), file.truncate(4), file.tell())
with open(path, 'rb') as file:
    print(file.read())
