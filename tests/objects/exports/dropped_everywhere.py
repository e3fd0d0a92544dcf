# A view that the program has dropped is never in the way of its owner's growth, wherever it was held before.
import functools, operator, sys

def case(function):
    for round in range(3):
        global b
        b = bytearray(b'abcdefgh')
        try:
            function()
            b.append(1)
        except BufferError as error:
            print(function.__name__, round, error)


class Holder:
    def __init__(self, view=None):
        self.view = view
    def method(self):
        return len(self.view)


class Slots:
    __slots__ = ('view',)


@case
def rebound_local():
    view = memoryview(b)
    view = None
    b.append(1)
@case
def deleted_local():
    view = memoryview(b)
    del view
    b.append(1)
@case
def deleted_global():
    global v
    v = memoryview(b)
    del v
    b.append(1)
@case
def rebound_global():
    global v
    v = memoryview(b)
    v = 1
    b.append(1)
@case
def end_of_scope():
    def inner():
        view = memoryview(b)
        other = view[1:]
        return len(other)
    inner()
    b.append(1)
@case
def parameter():
    def inner(view):
        del view
        b.append(1)
    inner(memoryview(b))
@case
def parameter_by_keyword():
    def inner(*, view):
        del view
        b.append(1)
    inner(view=memoryview(b))
@case
def parameter_unpacked():
    def inner(view):
        del view
        b.append(1)
    inner(*[memoryview(b)])
@case
def parameter_of_call_in_generator():
    def inner(view, more=None):
        del view
        b.append(1)
    def generate():
        inner(memoryview(b))
        inner(memoryview(b), 2)
        yield 1
    list(generate())
@case
def parameter_by_keyword_of_call_in_generator():
    def inner(a, *, view, more=None):
        del view
        b.append(1)
    def generate():
        inner(1, view=memoryview(b))
        inner(1, more=memoryview(b[:1]), view=memoryview(b))
        inner(*[1], **{'view': memoryview(b)})
        yield 1
    list(generate())
@case
def parameter_star():
    def inner(*views):
        del views
        b.append(1)
    inner(memoryview(b), memoryview(b))
@case
def finished_generator():
    def generate():
        view = memoryview(b)
        yield view[0]
    g = generate()
    for x in g:
        pass
    b.append(1)
@case
def closed_generator():
    def generate():
        view = memoryview(b)
        yield view[0]
        yield view[1]
    g = generate()
    next(g)
    g.close()
    b.append(1)
@case
def dropped_generator():
    def generate(view):
        yield view[0]
        yield view[1]
    g = generate(memoryview(b))
    next(g)
    del g
    b.append(1)
@case
def never_started_generator():
    def generate(view):
        yield view[0]
    generate(memoryview(b))
    b.append(1)
@case
def inside_generator():
    def generate():
        view = memoryview(b)
        yield view[0]
        view = None
        b.append(1)
        yield 1
        b.append(2)
    for x in generate():
        pass
@case
def yielded_and_dropped():
    def generate():
        yield memoryview(b)
        b.append(1)
        yield 2
    for x in generate():
        del x
@case
def caught_exception():
    try:
        memoryview(b)[100]
    except IndexError:
        pass
    b.append(1)
@case
def exception_with_view():
    try:
        raise ValueError(memoryview(b))
    except ValueError as error:
        assert len(error.args[0]) == 8
    b.append(1)
@case
def finished_handler():
    try:
        raise ValueError(memoryview(b))
    except ValueError:
        try:
            raise KeyError(memoryview(b))
        except KeyError as error:
            del error
    b.append(1)
@case
def cell():
    def make():
        view = memoryview(b)
        def inner():
            return view[0]
        return inner()
    make()
    b.append(1)
@case
def cleared_cell():
    view = memoryview(b)
    def inner():
        nonlocal view
        view = None
    inner()
    b.append(1)
@case
def dropped_closure():
    def make():
        view = memoryview(b)
        return lambda: view
    f = make()
    f()
    f = None
    b.append(1)
@case
def list_cleared():
    views = [memoryview(b) for i in range(20)]
    views.clear()
    b.append(1)
    return views
@case
def list_popped():
    views = [memoryview(b), memoryview(b)]
    views.pop()
    views.pop(0)
    b.append(1)
@case
def list_item_deleted():
    views = [1, memoryview(b), 2, memoryview(b)]
    del views[1], views[-1]
    b.append(1)
    views = [memoryview(b), memoryview(b), 1]
    del views[:2]
    b.append(1)
    views = [memoryview(b), 1, memoryview(b), 1]
    del views[::2]
    b.append(1)
    views = [1, memoryview(b)]
    views.remove(memoryview(b))
    b.append(1)
@case
def list_item_replaced():
    views = [memoryview(b), memoryview(b)]
    views[0] = 1
    views[1:] = []
    b.append(1)
@case
def list_sorted_and_truncated():
    views = [memoryview(b), memoryview(b)[1:]]
    views.sort(key=len)
    views[:] = [1]
    b.append(1)
@case
def dict_value():
    d = {1: memoryview(b), 2: memoryview(b), 3: memoryview(b), 4: memoryview(b)}
    del d[1]
    d.pop(2)
    d[3] = 3
    d.popitem()
    b.append(1)
@case
def dict_cleared():
    d = dict.fromkeys(range(10), memoryview(b))
    d.clear()
    b.append(1)
@case
def dict_key():
    k = memoryview(b).toreadonly()
    d = {id(k): k}
    k = None
    d.clear()
    b.append(1)
@case
def set_item():
    class Hashed:
        def __init__(self, view): self.view = view
    s = {Hashed(memoryview(b)), Hashed(memoryview(b))}
    s.pop()
    s.clear()
    b.append(1)
@case
def set_discarded():
    h = Holder(memoryview(b))
    s = {h}
    s.discard(h)
    h = None
    b.append(1)
@case
def tuple_dropped():
    t = (1, (2, (3, memoryview(b))))
    t = None
    b.append(1)
@case
def attribute():
    h = Holder(memoryview(b))
    h.view = None
    b.append(1)
    h.view = memoryview(b)
    del h.view
    b.append(1)
    h.a = h.b = h.c = h.d = h.e = h.f = memoryview(b)
    del h.a, h.b, h.c, h.d, h.e
    h.f = 1
    b.append(1)
@case
def object_dropped():
    h = Holder(memoryview(b))
    h.method()
    del h
    b.append(1)
@case
def object_made_and_dropped():
    Holder(memoryview(b)).method()
    b.append(1)
@case
def init_then_call_at_the_same_depth():
    Holder(memoryview(b))
    def inner():
        b.append(1)
    inner()
@case
def slot():
    h = Slots()
    h.view = memoryview(b)
    del h.view
    b.append(1)
    h.view = memoryview(b)
    h = None
    b.append(1)
@case
def class_attribute():
    class C:
        view = None
    for i in range(3):
        C.view = memoryview(b)
        len(C.view), C().view
        C.view = None
        b.append(1)
        C.view = memoryview(b)
        len(C.view), C().view
        del C.view
        b.append(1)
@case
def module_attribute():
    sys.view = memoryview(b)
    sys.view[0]
    del sys.view
    b.append(1)
@case
def default_argument():
    def f(x=memoryview(b)):
        return len(x)
    f()
    f.__defaults__ = None
    b.append(1)
    def f(*, x=memoryview(b)):
        return len(x)
    f()
    f = None
    b.append(1)
@case
def function_attribute():
    def f(): pass
    f.view = memoryview(b)
    del f.view
    b.append(1)
@case
def method_default():
    class C:
        def m(self, x=memoryview(b)):
            return len(x)
    for i in range(3):
        C().m()
    del C.m
    b.append(1)
@case
def bound_method():
    m = memoryview(b).tobytes
    m()
    m = None
    b.append(1)
@case
def bound_python_method():
    m = Holder(memoryview(b)).method
    m()
    m = None
    b.append(1)
@case
def iterator():
    it = iter(memoryview(b))
    next(it)
    it = None
    b.append(1)
@case
def exhausted_iterator():
    it = iter(memoryview(b))
    for x in it:
        pass
    b.append(1)
@case
def iterator_left_by_break():
    for x in memoryview(b):
        break
    b.append(1)
@case
def iterator_left_by_return():
    def inner():
        for x in memoryview(b):
            return x
    inner()
    b.append(1)
@case
def iterator_left_by_exception():
    try:
        for x in memoryview(b):
            1 / 0
    except ZeroDivisionError:
        pass
    b.append(1)
@case
def iterators_of_all_kinds():
    for wrap in [lambda v: map(abs, v), lambda v: zip(v, v), enumerate, lambda v: filter(None, v), reversed,
                 lambda v: iter(functools.partial(v.__getitem__, 0), 5)]:
        it = wrap(memoryview(b))
        next(it)
        it = None
        b.append(1)
@case
def list_comprehension():
    a = [view[0] for view in [memoryview(b), memoryview(b)[1:]]]
    b.append(1)
    a = [w[0] for view in [memoryview(b)] for w in [view[1:]] if (x := view)]
    x = None
    b.append(1)
@case
def other_comprehensions():
    a = {view[0] for view in [memoryview(b)]}
    a = {view[0]: len(view) for view in [memoryview(b)]}
    a = sum(view[0] for view in [memoryview(b)])
    a = any(view for view in [memoryview(b)])
    b.append(1)
@case
def walrus():
    if (view := memoryview(b)):
        view = None
    b.append(1)
@case
def unpacked():
    x, y, *z = [memoryview(b)[i:] for i in range(5)]
    x = y = z = None
    b.append(1)
    (x, y), z = (memoryview(b), memoryview(b)), memoryview(b)
    x = y = z = None
    b.append(1)
@case
def swapped():
    x, y = memoryview(b), 1
    x, y = y, x
    y = None
    b.append(1)
@case
def with_block():
    with memoryview(b) as view:
        view[0]
    b.append(1)
    with memoryview(b):
        pass
    b.append(1)
@case
def with_view_of_view():
    with memoryview(b) as view:
        other = view[1:]
    other = None
    b.append(1)
@case
def match_statement():
    match memoryview(b):
        case [x, *rest]:
            rest = None
    b.append(1)
    match Holder(memoryview(b)):
        case Holder(view=w):
            w = None
    b.append(1)
@case
def lambda_called():
    (lambda v: v[0])(memoryview(b))
    (lambda *a, **k: None)(memoryview(b), x=memoryview(b))
    b.append(1)
@case
def class_body():
    class C:
        view = memoryview(b)
        del view
        b.append(1)
@case
def executed():
    exec('view = memoryview(b)\nview = None\nb.append(1)', {'b': b})
    space = {'b': b}
    exec('view = memoryview(b)', space)
    space.clear()
    b.append(1)
    eval('memoryview(b)[1:]')
    b.append(1)
@case
def partial_dropped():
    p = functools.partial(len, memoryview(b))
    p()
    p = None
    b.append(1)
@case
def deep():
    def nest(view, depth):
        return nest(view[1:], depth - 1) if depth else len(view)
    nest(memoryview(b), 7)
    b.append(1)
@case
def deep_then_resize_deep():
    def nest(view, depth):
        return nest(view, depth - 1) if depth else len(view)
    def resize(depth):
        return resize(depth - 1) if depth else b.append(1)
    for depth in range(12):
        nest(memoryview(b), depth)
        resize(depth)
@case
def in_callback_of_sort():
    view = memoryview(b)
    len(view)
    view = None
    [1, 2, 3].sort(key=lambda x: b.append(x) or x)
    sorted([3, 2, 1], key=lambda x: b.append(x) or x)
    max([1, 2, 3], key=lambda x: b.append(x) or x)
@case
def created_and_dropped_in_callback():
    def key(x):
        view = memoryview(b)
        view[0], len(view), view.tolist(), view == view
        view = None
        b.append(x)
        return x
    sorted([3, 2, 1], key=key)
    list(map(key, [1, 2, 3]))
    functools.reduce(lambda x, y: key(y), [1, 2, 3])
    min([1, 2, 3], key=key)
    any(key(x) for x in [1, 2])
@case
def in_special_methods():
    class C:
        def __init__(self, grow=None): self.grow = grow
        def call(self, *args): b.append(1); return 1
        def other(self, *args): b.append(1); return self
        __eq__ = __lt__ = __hash__ = __len__ = __int__ = __index__ = __contains__ = call
        __add__ = __radd__ = __neg__ = __enter__ = __iter__ = __call__ = __getattr__ = __getitem__ = __iadd__ = __reversed__ = other
        def __exit__(self, *args): b.append(1)
        def __repr__(self): b.append(1); return 'C'
        def __bool__(self): b.append(1); return True
        def __bytes__(self): b.append(1); return b'C'
        def __format__(self, spec): b.append(1); return 'C'
        def __next__(self): b.append(1); raise StopIteration
        def __setattr__(self, name, value): b.append(1)
        def __delattr__(self, name): b.append(1)
        def __setitem__(self, name, value): b.append(1)
        def __delitem__(self, name): b.append(1)
        def __get__(self, instance, owner): b.append(1); return 3
        def __set__(self, instance, value): b.append(1)
        def __missing__(self, key): b.append(1); return 1
        @property
        def p(self): b.append(1)
    class D:
        c = C()
    c, d = C(), D()
    def run(text):
        view = memoryview(b)
        view[0], len(view), view.tolist(), view == view, bytes(view), max(view), use(view)
        view = None
        exec(text, {'c': c, 'd': d, 'operator': operator})
        b.append(1)
    def use(view): return view[1:]
    for text in ['c == c', '[c] == [1]', 'c < 1', 'sorted([c, c])', 'min(c, c)', 'hash(c)', '{c: 1, 1: 2}', '{c, c}', 'len(c)', 'bool(c)', 'int(c)',
                 '[1, 2][c]', 'b"ab"[c]', '"ab"[:c]', 'range(c)', 'bytes(c)', '2 in c', 'c in [1]', 'c in (1, 2)', 'c + 1', '1 + c', 'sum([c, c])',
                 '-c', 'iter(c)', 'list(c)', 'tuple(c)', 'set(c)', '[*c]', 'x, *y = [*c, 1]', 'for x in c: pass', '[x for x in c]', 'c()', 'c(*[1])',
                 'c.name', 'getattr(c, "name")', 'c.method()', 'c[0]', 'c[1:2]', 'c += 1', 'reversed(c)', 'with c: pass', 'with c as x: pass', 'repr(c)', 'str(c)',
                 'f"{c}"', 'f"{c!r}"', '"{}".format(c)', '"%s" % c', '"%s" % [c]', 'str([c, c])', 'print(c, end="", file=None) if 0 else 0', 'next(c, 1)',
                 'c.name = 1', 'del c.name', 'c[0] = 1', 'del c[0]', 'd.c', 'd.c = 1', 'c.p', 'list(map(c, [1]))', 'list(filter(c, [1]))', 'dict.fromkeys([c])',
                 'list(zip(c, c))', 'enumerate(c)', 'any([c])', 'all([c])', 'not c', 'c and 1', 'c or 1', '1 if c else 2', 'while not c: pass', '[1, c].index(5) if 0 else 0',
                 '[1, c].count(3)', '(1, c).count(3)', 'isinstance(c, int)', 'divmod(5, 3) + (c,)', 'a, b = c, c', '"-".join([str(c)])', 'b"%b" % c', 'b"%d" % 3',
                 'bytearray(c)', 'bytes([c])', 'bytearray([c])', 'b"".join([bytes(c)])', 'max([c, 1])', 'operator.eq(c, 1)', 'operator.getitem(c, 1)', 'pow(2, 3); c == 1',
                 'match c:\n    case 5: pass', 'assert c', 'try: raise ValueError(c)\nexcept ValueError as e: str(e)', 'lambda: c', 'vars(); c == 1',
                 'for x in map(c, [1]): pass', 'for x in filter(c, [1]): pass', 'for x in zip(c, c): pass', 'x = [y == 1 for y in [c]]']:
        try:
            run(text)
        except BufferError:
            print(text)
        except TypeError as e:
            print(text, e)
@case
def native_called_by_native():
    view = memoryview(b)[1:]
    bytes(view), view.tolist(), sum(view), sorted(view), view.hex()
    view = None
    list(map(b.append, range(5)))
    list(filter(b.append, [1, 2, 3]))
    functools.reduce(operator.iadd, [b'1', b'2'], b)
    functools.partial(b.append, 1)()
    operator.setitem(b, slice(0, 1), b'123')
    b.append(*[1])
    b.append(*(1,), **{})
    bytearray.append(b, 1)
    b.__init__(b'new')
    b.__iadd__(b'x')
    getattr(b, 'extend')(x for x in [1, 2])
    b.extend(map(int, '123'))
    b.__setitem__(slice(0, 1), [1, 2])
    b.__delitem__(0)
    bytearray.__delitem__(b, slice(0, 2))
@case
def expressions():
    global b
    def f(*a, **k): return 0
    for text in ['memoryview(b)', 'memoryview(b)[0]', 'memoryview(b)[1:][1:][0]', 'memoryview(b) == memoryview(b)', 'not memoryview(b)',
                 'memoryview(b) is None', '1 in memoryview(b)', 'memoryview(b) and 0', '0 or memoryview(b)', '[memoryview(b)]',
                 '{1: memoryview(b)}', '(memoryview(b), 1)', '[*[memoryview(b)]]', '{**{"x": memoryview(b)}}',
                 'f(memoryview(b))', 'f(*[memoryview(b)])', 'f(**{"x": memoryview(b)})', 'f(x=memoryview(b))', 'f"{memoryview(b)[0]}"',
                 'f"{memoryview(b)!r:.0}"', '"%s" % len(memoryview(b))', '(lambda: memoryview(b))()', '(lambda v=memoryview(b): 1)()',
                 'memoryview(b).nbytes', 'memoryview(b).tobytes()', 'memoryview(b).obj', 'bytes(memoryview(b))', 'bytearray(memoryview(b))',
                 'b"" + memoryview(b)', 'b"-".join([memoryview(b), b"x"])', 'max(memoryview(b))', 'sorted(memoryview(b))',
                 'list(reversed(memoryview(b)))', 'hash(memoryview(b).toreadonly()) if 0 else 0', 'memoryview(memoryview(b))',
                 'memoryview(b).cast("H")', 'memoryview(b).cast("B", [2, len(b) // 2]) if len(b) % 2 == 0 else 0', 'x if (x := memoryview(b)) is None else 1',
                 'divmod(len(memoryview(b)), 3)', 'print(end="") or memoryview(b)', 'repr(memoryview(b))', 'str(memoryview(b), "latin-1")',
                 'int.from_bytes(memoryview(b)[:2], "big")', 'b.find(memoryview(b)[1:2])', 'b.count(memoryview(b)[1:2])',
                 'b.replace(memoryview(b)[1:2], b"")', 'b.split(memoryview(b)[1:2])', 'b.startswith(memoryview(b)[:1])', 'b.translate(None, memoryview(b)[:1])',
                 'isinstance(memoryview(b), bytes)', 'type(memoryview(b))', 'getattr(memoryview(b), "readonly")', 'zip(memoryview(b), memoryview(b))',
                 'dict(x=memoryview(b))', 'set([1]) if memoryview(b) else 1', 'next(iter(memoryview(b)))', 'memoryview(b)[::-1].tolist()',
                 '[v for v in memoryview(b)]', '{v: 1 for v in memoryview(b)}', '(v for v in memoryview(b))', 'list(v for v in memoryview(b))']:
        b = bytearray(b'abcdefgh')
        space = {'b': b, 'f': f}
        exec(text + '\nx = None\nb.append(1)', space)
print('done')
