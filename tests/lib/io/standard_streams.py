import sys

for stream, writes in (sys.stdin, False), (sys.stdout, True), (sys.stderr, True):
    print(stream.name, stream.mode, stream.encoding, stream.readable(), stream.writable(), stream.fileno())
print(sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)
print(sys.stderr.errors, sys.stderr.line_buffering, type(sys.stdout.buffer).__name__, type(sys.stdin.buffer).__name__)
print('text', end=' ')
sys.stdout.flush()
sys.stdout.buffer.write(b'bytes\n')
sys.stdout.buffer.flush()
print(sys.stdin.readline(), sys.stdin.read(3), input(), list(sys.stdin))
try:
    input()
except EOFError as e:
    print(e)
