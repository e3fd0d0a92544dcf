def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import io

METHODS = [('read', ()), ('read', (0,)), ('read1', ()), ('readinto', (bytearray(2),)), ('readinto1', (bytearray(2),)), ('readall', ()),
           ('peek', ()), ('readline', ()), ('readlines', ()), ('write', (b'x',)), ('write', ('x',)), ('writelines', ([b'x'],)),
           ('writelines', ([],)), ('seek', (0,)), ('tell', ()), ('truncate', ()), ('truncate', (1,)), ('flush', ()), ('fileno', ()),
           ('isatty', ()), ('readable', ()), ('writable', ()), ('seekable', ()), ('__enter__', ()), ('__next__', ()), ('detach', ()),
           ('getvalue', ()), ('getbuffer', ()), ('close', ())]


def call(stream, method, arguments):
    result = getattr(stream, method)(*arguments)
    return 'itself' if result is stream else result


def check(stream):
    print(type(stream).__name__)
    for method, arguments in METHODS:
        if hasattr(stream, method):
            show(f'{method}{arguments}', lambda: call(stream, method, arguments))
    print(stream.closed)



class Stream(io.IOBase):
    pass


class Raw(io.RawIOBase):
    pass


class Buffered(io.BufferedIOBase):
    pass


class Text(io.TextIOBase):
    pass


for make in Stream, Raw, Buffered, Text:
    check(make())
