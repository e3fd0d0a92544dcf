# Whatever made a view and whatever resizes its owner: once the view cannot be reached, it is not in the way.
def make_slice():
    return memoryview(b)[1:][::2]


def loop():
    for x in memoryview(b):
        pass


def generate():
    def pairs():
        view = memoryview(b)
        yield view[0]
        yield view[1]
    return next(pairs())


def fail():
    view = memoryview(b)
    try:
        view[1000]
    except IndexError:
        pass


def nest(view, depth):
    return nest(view[1:], depth - 1) if depth else len(view)


MAKE = [
    'memoryview(b)', 'm = memoryview(b); k = m[1:]; m = k = None', 'm = memoryview(b); del m', 'make_slice()', 'loop()',
    'generate()', 'fail()', 'nest(memoryview(b), 5)', 'memoryview(b)[1]', 'memoryview(b).cast("B", [1, len(b)]).tolist()',
    'memoryview(b)[0:2] = b"zz"', 'bytes(memoryview(b)[::2])', 'memoryview(b) == memoryview(b)', 'sum(memoryview(b))',
    '[v[0] for v in [memoryview(b)[i:] for i in range(5)]]', 'b"".join([memoryview(b), memoryview(b)])',
    'sorted([memoryview(b)[i:] for i in range(3)], key=len)', '(lambda *a, **k: len(a[0]))(memoryview(b), x=memoryview(b))',
    'list(zip(memoryview(b), memoryview(b)))', 'a, *r = [memoryview(b) for i in range(3)]; a = r = None',
    'f"{memoryview(b)[0]}{len(memoryview(b))}"', 'v = None; v = [memoryview(b)]; v = v, v; v = None',
]
RESIZE = [
    'b.append(1)', 'b += b"x"', 'b += bytearray(b"x")', 'b += memoryview(b"x")', 'b *= 2', 'b.extend(b"x")', 'b.extend([1, 2])',
    'b.extend(memoryview(b"x"))', 'b.insert(0, 1)', 'b.pop()', 'b.pop(0)', 'b.remove(b[0])', 'b.resize(20)', 'b.clear()',
    'del b[0]', 'del b[:2]', 'del b[::2]', 'b[0:1] = b"12"', 'b[0:1] = bytearray(b"12")', 'b[0:1] = memoryview(b"12")',
    'b[0:1] = [1, 2]', 'b[0:2] = b', 'b[::2] = b""', 'b.__init__(b"new")',
]
for make in MAKE:
    for resize in RESIZE:
        for round in range(2):
            b = bytearray(b'abcdefgh')
            exec(make)
            try:
                exec(resize)
            except BufferError as error:
                print(make, '|', resize, '|', error)
print('done')
