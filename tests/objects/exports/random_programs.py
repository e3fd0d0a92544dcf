# Short random programs that make, alias, store, slice, drop and release views, and now and then let the owner grow. A model
# of what each program holds says which of these attempts must be refused. Without cycles, what can be reached is what is
# referred to, so the model needs no order of reclamation.
import functools
from shared import Random

PROGRAMS = 700
NAMES = ['v', 'w', 'x', 'y', 'z']

random = Random(20)


# ---- what programs use

class Holder:
    def __init__(self, held=None):
        self.held = held
    def method(self):
        return self.held

class Slots:
    __slots__ = ('held',)
    def __init__(self, held):
        self.held = held

def closure(held):
    return lambda: held

def generator(held):
    yield 1
    yield held is None
    yield 3

def forgetful(held):
    yield 1
    held = None
    yield 2
    yield 3

def nest(depth, function, *args):
    return nest(depth - 1, function, *args) if depth else function(*args)

def drop_and(held, grow):
    held = None
    grow()

def use(view):
    return len(view), view[0], view[:1].tolist(), view == view

def returned(view):
    other = view[1:]
    return other


# ---- the model

class Node:
    def __init__(self, kind, *refs):
        self.kind = kind
        self.refs = list(refs)
        self.steps = 0

def reachable(roots):
    seen = []
    todo = [r for r in roots if r is not None]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.append(node)
            todo.extend(r for r in node.refs if r is not None)
    return seen

class Program:
    def __init__(self):
        self.env = dict.fromkeys(NAMES)
        self.lines = []
        self.expected = []
        self.indent = '    '

    def add(self, line):
        self.lines += [self.indent + part for part in line.split('\n')]

    def name(self, *kinds):
        names = [n for n in NAMES if self.env[n] is not None and (not kinds or self.env[n].kind in kinds)]
        return random.choice(names) if names else None

    def held(self):
        return any(node.kind == 'view' for node in reachable(self.env.values()))

    def grown(self, refused=None):
        self.expected.append('-' if (self.held() if refused is None else refused) else '+')

    def step(self):
        random.choice(STEPS)(self)

STEPS = []
def step(weight):
    def add(function):
        STEPS.extend([function] * weight)
        return function
    return add


@step(6)
def make_view(p):
    n = random.choice(NAMES)
    p.add(n + ' = ' + random.choice(['memoryview(b)', 'memoryview(b)[1:]', 'memoryview(b)[::2]', 'memoryview(b).cast("b")',
                                     'memoryview(b).toreadonly()', 'memoryview(memoryview(b))', 'returned(memoryview(b))']))
    p.env[n] = Node('view')

@step(4)
def alias(p):
    n, m = random.choice(NAMES), random.choice(NAMES)
    p.add(f'{n} = {m}')
    p.env[n] = p.env[m]

@step(6)
def forget(p):
    n = random.choice(NAMES)
    p.add(random.choice([f'{n} = None', f'del {n}; {n} = None', f'{n} = len("abc") and None']))
    p.env[n] = None

@step(3)
def slice_view(p):
    n, m = p.name('view'), random.choice(NAMES)
    if n:
        p.add(f'{m} = {n}' + random.choice(['[:]', '[:1]', '[::-1]', '.toreadonly()']))
        p.env[m] = Node('view')

@step(2)
def release(p):
    n = p.name('view')
    if n:
        p.add(f'{n}.release()')
        p.env[n].kind = 'released'

@step(3)
def use_view(p):
    n = p.name('view')
    if n:
        p.add(random.choice(['use({0})', 'bytes({0}); sum({0})', '[i for i in {0}]', 'nest(3, use, {0})', 'len({0}); {0}.tolist()',
                             'sorted({0}); {0}.hex()', 'a, *r = {0}', 'for i in {0}: break', 'b"".join([{0}.tobytes(), b"x"])',
                             'list(zip({0}, {0}))', 'with {0}[:1] as t: t[0]\ndel t']).format(n))

@step(8)
def store(p):
    n, m, k = random.choice(NAMES), random.choice(NAMES), random.choice(NAMES)
    form, kind = random.choice([
        ('[{0}, {1}]', 'list'), ('[{0}, {1}] + [None] * 20', 'list'), ('({0}, {1})', 'tuple'), ('{{1: {0}, 2: {1}}}', 'dict'),
        ('{{i: {0} if i == 5 else {1} for i in range(20)}}', 'dict20'), ('Holder(({0}, {1}))', 'tuple'), ('Holder({0})', 'holder'),
        ('Slots({0})', 'holder'), ('closure({0})', 'one'), ('lambda held={0}: held', 'one'), ('functools.partial(len, {0})', 'one'),
        ('Holder({0}).method', 'one'), ('frozenset([Holder({0}), Holder({1})])', 'tuple'), ('iter([{0}, {1}])', 'tuple'),
        ('map(len, [{0}, {1}])', 'tuple'), ('ValueError({0}, {1}).args', 'tuple')])
    p.add(f'{k} = ' + form.format(n, m))
    one = kind in ('holder', 'one')
    p.env[k] = Node(kind, p.env[n]) if one else Node(kind, p.env[n], p.env[m])

@step(3)
def start_generator(p):
    n, k = random.choice(NAMES), random.choice(NAMES)
    form = random.choice(['generator', 'forgetful'])
    p.add(f'{k} = {form}({n})')
    p.env[k] = Node(form, p.env[n])

@step(4)
def advance_generator(p):
    n = p.name('generator', 'forgetful')
    if n:
        node = p.env[n]
        p.add(f'next({n}, None)')
        node.steps += 1
        if node.steps >= (2 if node.kind == 'forgetful' else 4): node.refs = []

@step(1)
def close_generator(p):
    n = p.name('generator', 'forgetful')
    if n:
        p.add(f'{n}.close()')
        if p.env[n].steps: p.env[n].refs = []       # one that was never started keeps its arguments
        p.env[n].steps = -100

@step(2)
def iterate_view(p):
    n, k = p.name('view'), random.choice(NAMES)
    if n:
        p.add(f'{k} = ' + random.choice(['iter({0})', 'reversed({0})', 'enumerate({0})', 'map(abs, {0})', '{0}.tobytes', 'zip("ab", {0})']).format(n))
        p.env[k] = Node('one', p.env[n])

@step(2)
def clear(p):
    n = p.name('list', 'dict', 'dict20')
    if n:
        p.add(f'{n}.clear()')
        p.env[n].refs = []

@step(3)
def take_out(p):
    n = p.name('list', 'dict', 'dict20')
    if n and len(p.env[n].refs) == 2:
        node = p.env[n]
        if node.kind == 'list':
            p.add(random.choice(['{0}.pop(0)', 'del {0}[0]', '{0}[:1] = []']).format(n))
            del node.refs[0]
        elif node.kind == 'dict':
            p.add(random.choice(['{0}.pop(1)', 'del {0}[1]']).format(n))
            del node.refs[0]
        else:
            p.add(f'del {n}[5]')
            del node.refs[0]

@step(3)
def put_in(p):
    n, m = p.name('list', 'dict', 'dict20', 'holder'), random.choice(NAMES)
    if not n or p.env[n] in reachable([p.env[m]]): return
    node = p.env[n]
    if node.kind == 'holder':
        p.add(f'{n}.held = {m}')
        node.refs = [p.env[m]]
    elif len(node.refs) == 2:
        p.add({'list': '{0}[0] = {1}', 'dict': '{0}[1] = {1}', 'dict20': '{0}[5] = {1}'}[node.kind].format(n, m))
        node.refs[0] = p.env[m]
    elif node.kind == 'list':
        p.add(f'{n}.insert(0, {m})')
        node.refs.insert(0, p.env[m])
    else:
        p.add(f'{n}[{5 if node.kind == "dict20" else 1}] = {m}')
        node.refs.insert(0, p.env[m])

@step(2)
def take(p):
    n, k = p.name('list', 'tuple', 'dict'), random.choice(NAMES)
    if n and len(p.env[n].refs) == 2 and p.env[n].kind == 'list':
        p.add(f'{k} = {n}[0]')
        p.env[k] = p.env[n].refs[0]

@step(3)
def temporaries(p):
    p.add(random.choice(['memoryview(b)', 'use(memoryview(b))', 'nest(5, returned, memoryview(b))', 'Holder(memoryview(b)).method()',
                         'next(generator(memoryview(b)))', '[t for t in [memoryview(b)]]', 'sorted([memoryview(b), memoryview(b)[1:]], key=len)',
                         'list(generator(memoryview(b)))', '{1: memoryview(b)}[1][0]', 'f"{memoryview(b)[0]}"', 'list(map(use, [memoryview(b)]))',
                         'try: raise ValueError(memoryview(b))\nexcept ValueError as error: error.args[0][0]',
                         'try: memoryview(b)[1000]\nexcept IndexError: pass', 'max([memoryview(b)], key=len)',
                         'functools.reduce(lambda s, t: s, [memoryview(b), 1])', 'match memoryview(b):\n    case [first, *rest]: rest = None']))

GROW = ['grow()', 'nest({1}, grow)', 'nest({1}, drop_and, None, grow)', 'sorted([2, 1], key=lambda i: i == 1 and grow() or i)',
        'list(map(lambda i: grow(), [1]))', '[grow() for i in "a"]', 'list(grow() for i in "a")', 'functools.reduce(lambda i, k: grow(), [1, 2])',
        'functools.partial(grow)()', 'drop_and(memoryview(b), grow)', 'nest({1}, drop_and, memoryview(b)[0], grow)', 'any(grow() for i in "a")',
        'for i in [1]: grow()', 'try: grow()\nfinally: pass', 'with memoryview(b"other"): grow()', 'Holder(1).method(); grow()']

@step(12)
def let_grow(p):
    p.add(random.choice(GROW).format(0, random.below(6)))
    p.grown()

HOLDING = ['drop_nothing(memoryview(b), grow())', '[memoryview(b), grow()]', 'with memoryview(b): grow()', 'for i in memoryview(b)[:1]: grow()',
           'sorted([memoryview(b)], key=lambda i: grow())', 'list(map(lambda i, k: grow(), memoryview(b)[:1], [1]))',
           'functools.partial(lambda i: grow(), memoryview(b))()', '(lambda held: grow())(memoryview(b))', 'nest({1}, lambda i: grow(), memoryview(b))']

@step(2)
def refuse_to_grow(p):
    p.add(random.choice(HOLDING).format(0, random.below(6)))
    p.grown(True)


def build():
    p = Program()
    p.add(' = '.join(NAMES) + ' = None')
    for i in range(8 + random.below(20)):
        p.step()
    let_grow(p)
    return p

refused = grown = wrong = 0
for number in range(PROGRAMS):
    p = build()
    log = []
    b = bytearray(b'abcdefgh')
    def grow():
        try:
            b.append(98)
            log.append('+')
        except BufferError:
            log.append('-')
    space = {'b': b, 'grow': grow, 'functools': functools, 'drop_nothing': lambda *args: None}
    for helper in [Holder, Slots, closure, generator, forgetful, nest, drop_and, use, returned]:
        space[helper.__name__] = helper
    text = 'def program():\n' + '\n'.join(p.lines) + '\nprogram()\n'
    exec(text, space)
    grow()
    p.expected.append('+')
    refused += p.expected.count('-')
    grown += p.expected.count('+')
    if log != p.expected:
        wrong += 1
        if wrong < 10:
            print('program', number, 'expected', ''.join(p.expected), 'but', ''.join(log))
            print(text)
print(PROGRAMS, 'programs,', refused, 'refused,', grown, 'grown,', wrong, 'wrong')
