# A view that the program can still reach, wherever it is held, stops its owner from growing.
import functools, operator, sys

def case(function):
    global b
    b = bytearray(b'abcdefgh')
    try:
        function()
    except BufferError as error:
        print(function.__name__, error)
    else:
        print(function.__name__, 'was not refused')


def grow():
    b.append(1)


class Holder:
    def __init__(self, view=None):
        self.view = view
    def method(self, *args):
        return self.view


class Slots:
    __slots__ = ('view',)


@case
def local():
    view = memoryview(b)
    grow()
@case
def global_():
    global v
    v = memoryview(b)
    grow()
v.release()
@case
def local_of_a_caller():
    def go(depth):
        if depth: go(depth - 1)
        else: grow()
    view = memoryview(b)
    go(10)
@case
def argument_of_a_caller():
    def go(view, depth):
        if depth: go(None, depth - 1)
        else: grow()
    go(memoryview(b), 10)
@case
def argument_evaluated_before():
    def f(*args): pass
    f(memoryview(b), grow())
@case
def keyword_evaluated_before():
    def f(**args): pass
    f(x=memoryview(b), y=grow())
@case
def operand():
    memoryview(b) == (grow() or b'')
@case
def item_of_display():
    [memoryview(b), grow()]
@case
def key_of_display():
    {1: memoryview(b), 2: grow()}
@case
def index_of_view():
    memoryview(b)[grow() or 0]
@case
def method_of_view():
    memoryview(b).index(grow() or 97)
@case
def fstring():
    f'{memoryview(b)[0]}{[memoryview(b), grow()]}'
@case
def conditional():
    (memoryview(b), grow() if True else 0)
@case
def chained_comparison():
    0 < 1 < [memoryview(b), grow()][1]
@case
def return_through_finally():
    def f():
        try:
            return memoryview(b)
        finally:
            grow()
    f()
@case
def with_item():
    with memoryview(b):
        grow()
@case
def with_item_as():
    with memoryview(b) as view:
        grow()
@case
def for_iterable():
    for x in memoryview(b):
        grow()
@case
def for_items():
    for x in [memoryview(b)]:
        grow()
@case
def last_item_of_loop():
    for x in [memoryview(b)]:
        pass
    grow()
@case
def comprehension():
    [grow() for x in memoryview(b)]
@case
def comprehension_item():
    [[grow() for y in 'a'] for x in [memoryview(b)]]
@case
def comprehension_results():
    [memoryview(b) if i == 0 else grow() for i in range(2)]
@case
def generator_expression():
    list(grow() for x in memoryview(b))
@case
def suspended_generator():
    def generate():
        view = memoryview(b)
        yield 1
        yield view
    g = generate()
    next(g)
    grow()
@case
def not_started_generator():
    def generate(view):
        yield view
    g = generate(memoryview(b))
    grow()
@case
def running_generator():
    def generate():
        view = memoryview(b)
        yield 1
        grow()
        yield 2
    list(generate())
@case
def delegating_generator():
    def inner():
        yield 1
        yield 2
    def outer():
        yield from [memoryview(b), inner()]
    def outer2(view):
        yield from inner()
    g = outer2(memoryview(b))
    next(g)
    grow()
@case
def caller_of_generator():
    def inner():
        yield 1
        grow()
    view = memoryview(b)
    for x in inner():
        pass
@case
def sent_into_generator():
    def inner():
        x = yield
        y = yield
    g = inner()
    next(g)
    g.send(memoryview(b))
    grow()
@case
def suspended_coroutine():
    class Wait:
        def __await__(self):
            yield 1
    async def f():
        view = memoryview(b)
        await Wait()
    c = f()
    c.send(None)
    try:
        grow()
    finally:
        c.close()
@case
def cell():
    view = memoryview(b)
    def f(): return view
    def g(): grow()
    g()
@case
def closure():
    def make():
        view = memoryview(b)
        return lambda: view
    f = make()
    grow()
@case
def nested_closure():
    def make(view):
        def f():
            def g(): return view
            return g
        return f()
    f = make(memoryview(b))
    grow()
@case
def attribute():
    h = Holder(memoryview(b))
    grow()
@case
def many_attributes():
    h = Holder()
    for name in 'abcdefghijkl': setattr(h, name, 1)
    h.last = memoryview(b)
    grow()
@case
def slot():
    h = Slots()
    h.view = memoryview(b)
    grow()
@case
def instance_under_construction():
    class T:
        def __init__(self):
            self.view = memoryview(b)
            self = None
            grow()
    T()
@case
def class_attribute():
    class C:
        view = memoryview(b)
    grow()
@case
def class_body():
    class C:
        view = memoryview(b)
        grow()
@case
def attribute_of_function():
    def f(): pass
    f.view = memoryview(b)
    grow()
@case
def module_attribute():
    sys.view = memoryview(b)
    try:
        grow()
    finally:
        del sys.view
@case
def list_item():
    a = [1, memoryview(b)]
    grow()
@case
def tuple_item():
    a = (1, (2, (memoryview(b),)))
    grow()
@case
def dict_value():
    a = {1: {2: memoryview(b)}}
    grow()
@case
def dict_key():
    class K:
        def __init__(self): self.view = memoryview(b)
    a = {K(): 1}
    grow()
@case
def set_item():
    a = {Holder(memoryview(b))}
    grow()
@case
def frozenset_item():
    a = frozenset([Holder(memoryview(b))])
    grow()
@case
def long_list():
    a = list(range(10000))
    a[7777] = memoryview(b)
    grow()
@case
def big_dict():
    a = {i: i for i in range(10000)}
    a[7777] = memoryview(b)
    grow()
@case
def default_argument():
    def f(x=memoryview(b)): pass
    grow()
@case
def keyword_default():
    def f(*, x=memoryview(b)): pass
    grow()
@case
def star_arguments():
    def f(*args): grow()
    f(memoryview(b))
@case
def keyword_arguments():
    def f(**args): grow()
    f(x=memoryview(b))
@case
def cycle():
    a = []
    a.append(a)
    a.append(memoryview(b))
    grow()
@case
def iterator_over_view():
    it = iter(memoryview(b))
    next(it)
    grow()
@case
def reversed_view():
    it = reversed(memoryview(b))
    grow()
@case
def slice_of_slice():
    view = memoryview(b)[1:][1:]
    grow()
@case
def cast_view():
    view = memoryview(b).cast('H')
    grow()
@case
def read_only_view():
    view = memoryview(b).toreadonly()
    grow()
@case
def view_of_view():
    view = memoryview(memoryview(b))
    grow()
@case
def map_object():
    m = map(abs, memoryview(b))
    grow()
@case
def map_with_function_holding():
    m = map(memoryview(b).__getitem__, [1])
    grow()
@case
def zip_object():
    m = zip([1, 2, 3], memoryview(b))
    next(m)
    grow()
@case
def enumerate_object():
    m = enumerate(memoryview(b))
    next(m)
    grow()
@case
def filter_object():
    m = filter(None, memoryview(b))
    next(m)
    grow()
@case
def callable_iterator():
    m = iter(functools.partial(memoryview(b).__getitem__, 0), 5)
    grow()
@case
def bound_method():
    m = memoryview(b).tobytes
    grow()
@case
def bound_python_method():
    m = Holder(memoryview(b)).method
    grow()
@case
def partial():
    m = functools.partial(len, memoryview(b))
    grow()
@case
def partial_keyword():
    m = functools.partial(len, x=memoryview(b))
    grow()
@case
def property_of_class():
    class C:
        p = property(functools.partial(lambda view, self: view, memoryview(b)))
    grow()
@case
def exception_argument():
    try:
        raise ValueError(memoryview(b))
    except ValueError as error:
        grow()
@case
def exception_being_handled():
    try:
        raise ValueError(memoryview(b))
    except ValueError:
        grow()
@case
def exception_context():
    try:
        try:
            raise ValueError(memoryview(b))
        except ValueError:
            raise KeyError
    except KeyError as error:
        grow()
@case
def exception_kept():
    try:
        raise ValueError(memoryview(b))
    except ValueError as error:
        kept = error
    grow()
@case
def sort_key():
    sorted([memoryview(b), memoryview(b)[1:]], key=lambda view: grow())
@case
def sort_key_of_list():
    a = [memoryview(b), memoryview(b)[1:]]
    a.sort(key=lambda view: grow())
@case
def sort_keys_made():
    made = iter([1, 0])
    sorted([1, 2], key=lambda x: memoryview(b) if next(made) else grow())
@case
def max_key():
    made = iter([1, 0])
    max(map(lambda x: memoryview(b), [1, 2]), key=lambda view: len(view) if next(made) else grow())
@case
def list_of_map():
    list(map(lambda x: memoryview(b) if x else grow(), [1, 0]))
@case
def tuple_of_generator():
    tuple(memoryview(b) if x else grow() for x in [1, 0])
@case
def set_of_map():
    set(map(lambda x: Holder(memoryview(b)) if x else grow(), [1, 0]))
@case
def dict_of_generator():
    dict((x, memoryview(b)) if x else grow() for x in [1, 0])
@case
def list_extended():
    a = []
    a.extend(memoryview(b) if x else grow() for x in [1, 0])
@case
def starred_list():
    [*(memoryview(b) if x else grow() for x in [1, 0])]
@case
def unpacking():
    x, y = (memoryview(b) if x else grow() for x in [1, 0])
@case
def starred_unpacking():
    x, *y = (memoryview(b) if x else grow() for x in [1, 0])
@case
def starred_unpacking_rest():
    *y, x = (memoryview(b) if x else grow() for x in [1, 0])
@case
def unpacking_then():
    x, y, z = (memoryview(b) if x == 1 else x for x in [0, 1, 2])
    grow()
@case
def joined():
    b''.join(memoryview(b) if x else grow() for x in [1, 0])
@case
def summed():
    class N:
        def __init__(self, view): self.view = view
        def __add__(self, other): return self
        __radd__ = __add__
    sum(N(memoryview(b)) if x else grow() for x in [1, 0])
@case
def reduced():
    functools.reduce(lambda x, y: grow() or x, [1, 2], memoryview(b))
@case
def reduced_values():
    functools.reduce(lambda x, y: memoryview(b) if y else [x, grow()], [1, 0], 1)
@case
def native_calls_native():
    list(map(b.append, memoryview(b)))
@case
def native_holds_for_native():
    class Chain:
        def __iter__(self): return map(b.append, [1])
    def views():
        yield memoryview(b)
        yield from Chain()
    list(views())
@case
def natives_alone():
    list(map(operator.call, [functools.partial(memoryview, b), functools.partial(b.append, 1)]))
@case
def natives_alone_in_tuple():
    tuple(map(operator.call, [functools.partial(memoryview, b), functools.partial(b.__iadd__, b'1')]))
@case
def iterable_class_made_by_native():
    class Iterable:
        def __iter__(self): return map(b.append, memoryview(b))
    c = bytearray()
    c.extend(Iterable())
@case
def comparison_method():
    class C:
        def __init__(self): self.view = memoryview(b)
        def __eq__(self, other): grow()
    C() == 1
@case
def comparison_method_in_list():
    class C:
        def __eq__(self, other): grow()
    [memoryview(b), C()] == [memoryview(b), 1]
@case
def index_method():
    class I:
        def __index__(self): grow(); return 0
    memoryview(b)[I()]
@case
def index_method_in_assignment():
    class I:
        def __index__(self): grow(); return 0
    memoryview(b)[0] = I()
@case
def hash_method():
    class H:
        def __hash__(self): grow(); return 1
    {H(): memoryview(b)}
@case
def attribute_hook():
    class C:
        def __init__(self, view): self.view = view
        def __setattr__(self, name, value):
            object.__setattr__(self, name, value)
            if name == 'x': grow()
    C(memoryview(b)).x = 1
@case
def setter_that_forgets():
    class C:
        def set(self, value):
            del self
            grow()
        x = property(None, set)
    c = C()
    c.view = memoryview(b)
    a = [c]
    del c
    a.pop().x = 1
@case
def context_manager():
    class C:
        def __enter__(self): return memoryview(b)
        def __exit__(self, *args): grow()
    with C() as view:
        pass
@case
def decorator():
    def decorate(view):
        def f(function): grow()
        return f
    @decorate(memoryview(b))
    def f(): pass
@case
def lambda_default():
    f = lambda view=memoryview(b): 0
    grow()
@case
def match_subject():
    match memoryview(b):
        case x if grow(): pass
@case
def augmented_assignment():
    a = [memoryview(b)]
    a[0] = 1, grow()
@case
def executed():
    space = {'b': b, 'grow': grow}
    exec('view = memoryview(b)\ngrow()', space)
@case
def buffer_in_use():
    b[1:2] = memoryview(b)[:0] if False else [grow() for i in memoryview(b)[:1]]
@case
def extended_by_itself():
    b.extend(memoryview(b))
@case
def added_to_itself():
    global b
    b += memoryview(b)
print('done')
