# What a file that is dropped still has to write is not among the memory that is reused.
import os

name = f'/tmp/bitis-reuse-{os.getpid()}'
wanted = b'0123456789abcdef' * 300


def fill():
    file = open(name, 'wb')
    file.write(wanted)


for i in range(60):
    fill()
    blocks = [bytes(8192 + i) for i in range(900)]
    with open(name, 'rb') as file:
        if file.read() != wanted: print(i, 'differs')
os.remove(name)
print('done')
