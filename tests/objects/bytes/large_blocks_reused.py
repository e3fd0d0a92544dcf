# The memory of large bytes that were dropped is used again soon; what is held in whatever way is not.
import array, collections, functools, io, itertools, re, struct, weakref

SIZE = 4 << 20
HALF = SIZE // 2


def churn():
    "Large blocks of about the same size, made and dropped."
    for i in range(4):
        block = bytes([i]) * (SIZE + i)
        text = chr(65 + i) * (SIZE - i)
        view = memoryview(block)[1:].tobytes()
        array_ = bytearray(view)
        array_ += b'xyz'
        del block, text, view
    return len(array_)


def letters(data, start=0):
    return bytes(data[start:start + 3]), bytes(data[-3:])


def fresh(text=b'abc'):
    return text * (SIZE // 3)


class Sub(bytearray):
    pass


def generator():
    held = fresh()
    yield 1
    yield letters(held)


def raising():
    held = fresh()
    raise KeyError(1)


def check(name, get):
    "`get` holds the data somehow, and answers a part of it."
    churn()
    print(name, get())


def in_views():
    view = memoryview(fresh())
    check('view', lambda: letters(view))
    last = memoryview(fresh())[SIZE - 8:SIZE - 4]
    check('slice of a view', lambda: last.tobytes())
    words = memoryview(fresh()).cast('B')[::HALF]
    check('strided view', lambda: words.tolist())
    iterator = iter(memoryview(fresh()))
    next(iterator)
    check('iterator of a view', lambda: next(iterator))


def in_iterators():
    iterator = iter(fresh())
    next(iterator)
    check('iterator', lambda: next(iterator))
    backwards = reversed(fresh())
    check('reversed', lambda: next(backwards))
    pairs = struct.iter_unpack('<H', fresh()[:HALF])
    next(pairs)
    check('iter_unpack', lambda: next(pairs))
    found = re.finditer(b'c', fresh())
    next(found)
    check('finditer', lambda: next(found).span())
    chained = itertools.chain(fresh(), fresh(b'def'))
    next(chained)
    check('chain', lambda: next(chained))


def in_objects():
    match = re.match(b'a(b)', fresh())
    check('match', lambda: (match[1], letters(match.string)))
    stream = io.BytesIO(fresh())
    stream.seek(HALF)
    check('stream', lambda: stream.read(2))
    text = io.StringIO('abc' * (SIZE // 3))
    check('text stream', lambda: text.read(2))
    queue = collections.deque([fresh()])
    check('deque', lambda: letters(queue[0]))
    call = functools.partial(letters, fresh())
    check('partial', call)
    method = fresh().find
    check('method', lambda: method(b'c'))
    numbers = array.array('B', fresh())
    check('array', lambda: letters(numbers))
    key = {fresh(): 1}
    check('key', lambda: letters(next(iter(key))))


def in_frames():
    steps = generator()
    next(steps)
    check('generator', lambda: next(steps))
    try:
        raising()
    except KeyError as error:
        caught = error
    check('traceback', lambda: letters(caught.__traceback__.tb_next.tb_frame.f_locals['held']))
    held = fresh()
    check('cell', lambda: letters(held))


def in_weak_references():
    data = Sub(fresh())
    reference = weakref.ref(data)
    check('weak, held', lambda: letters(reference()))
    del data
    churn()
    left = reference()
    print('weak, dropped', left is None or letters(left) == (b'abc', b'abc'))


class Finalized(bytearray):
    def __del__(self):
        ended.append(letters(self))


ended = []


def when_finalized():
    data = Finalized(fresh())
    data = None
    churn()
    import gc
    gc.collect()
    churn()
    print('finalized', ended)


def on_the_stack():
    print('operands', letters(fresh() + bytes([churn() & 1])))
    print('arguments', (lambda a, b, c: (letters(a), letters(c)))(fresh(), churn(), fresh(b'def')))
    print('join', letters(b''.join(part for part in (fresh(), bytes(churn() & 1), fresh(b'def')))))
    ordered = sorted([fresh(b'def'), fresh()], key=lambda data: (churn(), data))
    print('sorted', letters(ordered[0]), letters(ordered[1]))


in_views()
in_iterators()
in_objects()
in_frames()
in_weak_references()
when_finalized()
on_the_stack()
