# Arguments are looked at before the stream is asked whether it can be used.
import io, os

CALLS = {
    'read': ['a', 1.5, 2 ** 70, -2], 'read1': ['a', None, 2 ** 70, -2], 'peek': ['a', None], 'readinto': [5, b'a', None],
    'readinto1': [5], 'readline': ['a', 2 ** 70, -2], 'write': [5, None, memoryview(bytearray(6))[::2]], 'readall': [],
    'seek': ['a', (0, 'a'), (0, 2 ** 40), (0, 9), (-1, 9)],
}
path = f'/tmp/bitis_arguments_before_state_{os.getpid()}'
with open(path, 'wb') as file: file.write(b'abc')

def streams():
    raw = open(path, 'rb', 0)
    yield 'written', open(path, 'ab', 0)
    raw.close()
    yield 'closed', raw
    for stream in open(path, 'rb'), open(path, 'ab'), open(path, 'r+b'), open(path), open(path, 'a'):
        kind = type(stream)
        stream.detach().close()
        yield 'detached', stream
        yield 'not made', kind.__new__(kind)
    for stream in open(path, 'rb'), open(path), io.BytesIO(), io.StringIO():
        stream.close()
        yield 'closed', stream
    yield 'open', open(path, 'rb')
    yield 'open', open(path)
    yield 'open', io.BytesIO(b'abc')
    yield 'open', io.StringIO('abc')

for state, stream in streams():
    for name, arguments in CALLS.items():
        for argument in arguments if hasattr(stream, name) else ():
            try:
                result = getattr(stream, name)(*argument if isinstance(argument, tuple) else (argument,))
            except Exception as error:
                result = f"{type(error).__name__}: {getattr(error, 'strerror', None) or error}"
            shown = 'view' if isinstance(argument, memoryview) else argument
            print(type(stream).__name__, state, name, shown, result)
    if state != 'detached' and state != 'not made': stream.close()
os.remove(path)
