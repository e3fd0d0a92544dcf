# Random programs that hold views and other users of a buffer in all kinds of places, let go of them, and try again and again to let
# the owner (a bytearray, an array, a BytesIO) grow. What was refused (-) and what was not (+) is what CPython does.
import array, collections, functools, io, itertools, re, struct
from shared import Random

PROGRAMS = 1800
NAMES = 'vwxyz'
VIEWS = ['memoryview(b)', 'memoryview(b)[1:]', 'memoryview(b)[::2]', 'memoryview(b).toreadonly()', 'memoryview(memoryview(b))',
         'same(memoryview(b))', 'memoryview(b)[1:][1:]']
GROW = ['grow()', 'deep(3, grow)', 'list(map(lambda i: grow(), [1]))', 'sorted([1], key=lambda i: grow() or 1)']
# <V>: an expression that makes a view; <n> and <m>: names; RESULT, BIT, ONE_OR_TWO: see statement().
STATEMENTS = [
    '<n> = <V>',
    '<n> = <m>',
    '<n> = None',
    '<n> = [<m>, <V>]',
    '<n> = {"k": <m>}',
    '<n> = iter(<V>)',
    '<n> = struct.iter_unpack("B", b)',
    '<n> = re.match(b".", b)',
    '<n> = re.finditer(b".", b)',
    '<n> = gen(<V>); next(<n>)',
    '<n> = gen(<V>)',
    '<n> = closure(<V>)',
    '<n> = lambda held=<V>: held',
    '<n> = H(<V>)',
    '<n> = H(<m>)',
    '<n> = [<V>]',
    'try: raise_(<V>)\nexcept Exception as e: <n> = e',
    'try: raise_(<V>)\nexcept Exception as e: <n> = str(e)',
    'try:\n    raise_(<V>)\nexcept Exception as e:\n    grow()',
    'with <V> as t: t.nbytes; grow()\ndel t',
    'for t in [<V>]: grow()\ndel t',
    '[t for t in [<V>]]; grow()',
    '<n> = [t for t in [<V>, 1]][BIT]',
    'def local():\n    held = <V>\n    grow()\n    return RESULT\n<n> = local(); del local',
    '<n> = functools.partial(same, <V>)',
    '<n> = collections.deque([<V>], ONE_OR_TWO); <n>.append(1)',
    '<n> = <m>; <m> = None; grow()',
    '<n>, <m> = <m>, <V>',
    'if isinstance(<n>, list) and <n>: <n>.pop()',
    'if isinstance(<n>, memoryview): <n>.release()',
    '<n> = Slots(<V>)',
    '<n> = <V>.tobytes',
    '<n> = b.find',
    '<n> = zip(<V>, "abc"); next(<n>)',
    '<n> = itertools.chain([<V>], [2]); next(<n>)',
    '<n> = map(same, [<V>, <m>]); next(<n>)',
    '<n> = coroutine(<V>); <n>.send(None)',
    'match <V>:\n    case [first, *rest]: <n> = first\n    case t: <n> = 0; t = None',
    '<n> = sorted([<V>, b"a"], key=len)[BIT]',
    '<n> = H(<V>)',
    'try: <V>[10000]\nexcept Exception as e: <n> = e',
    '<n> = frozenset([H(<V>)])',
    '<n> = gen2(<V>); next(<n>); next(<n>)',
    '<n> = H(<V>).method',
    '<n> = (lambda *a, **k: a)(<V>, k=<m>)',
    '<n> = type(<V>)',
]
RESULTS = ['held', '1', 'lambda: held', '[held]']

random = Random(2)


# ---- what programs use

def same(v): return v
def gen(v):
    yield 1
    yield v is None
def gen2(v):
    for i in range(2): yield i
    v = None
    yield 3
class wait:
    def __await__(self): yield 1
async def coroutine(v):
    await wait()
    return v
def closure(v): return lambda: v
def raise_(v):
    local = v
    raise ValueError('x')
def deep(n, f): return deep(n - 1, f) if n else f()
class H:
    def __init__(self, v): self.v = v
    def method(self): return self.v
class Slots:
    __slots__ = ('v',)
    def __init__(self, v): self.v = v


# ---- making and running programs

def statement():
    text = random.choice(STATEMENTS).replace('<n>', random.choice(NAMES)).replace('<m>', random.choice(NAMES))
    text = text.replace('<V>', random.choice(VIEWS)).replace('RESULT', random.choice(RESULTS)).replace('BIT', str(random.below(2)))
    return text.replace('ONE_OR_TWO', str(1 + random.below(2)))

def build():
    lines = ['v = w = x = y = z = None']
    for i in range(4 + random.below(12)):
        lines.append(statement())
        if random.below(3) == 0: lines.append(random.choice(GROW))
    lines += [f'{n} = None; grow()' for n in NAMES]
    return 'def program():\n' + '\n'.join('    ' + part for line in lines for part in line.split('\n')) + '\nprogram()\n'

def owner():
    kind = random.below(4)
    if kind == 0:
        b = bytearray(b'abcdefgh')
        return b, lambda: b.append(98)
    if kind == 1:
        b = bytearray(b'abcdefgh')
        def replace(): b[:1] = b'xy'
        return b, replace
    if kind == 2:
        b = array.array('B', b'abcdefgh')
        return b, lambda: b.append(98)
    file = io.BytesIO(b'abcdefgh')
    file.seek(0, 2)
    return file, lambda: file.write(b'z')

def run(number):
    b, change = owner()
    text = build()
    if isinstance(b, io.BytesIO): text = re.sub(r'\bb\b(?=[),.])', 'b.getbuffer()', text)
    log = []
    def grow():
        try:
            change()
            log.append('+')
        except BufferError:
            log.append('-')
    space = dict(globals(), b=b, grow=grow)
    try:
        exec(text, space)
    except Exception as error:
        log.append(type(error).__name__)
    return ''.join(log)

for number in range(0, PROGRAMS, 12):
    print(*[run(number + i) for i in range(12)])
