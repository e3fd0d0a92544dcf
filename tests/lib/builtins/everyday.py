# everyday programs of the kind users write
import math
# 1. numeric
def is_prime(n): return n > 1 and all(n % i for i in range(2, math.isqrt(n) + 1))
print([n for n in range(50) if is_prime(n)], sum(filter(is_prime, range(1000))))
def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
print(max(range(1, 3000), key=lambda n: sum(1 for _ in collatz(n))))
def fib(n, memo={}):
    if n < 2: return n
    if n not in memo: memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(300), fib.__defaults__[0][300] == fib(300))
print(f'{math.pi:.50f}', f'{1/3:.30e}', f'{2**0.5!r:>25}', f'{1e-320:g}', f'{0.1 + 0.2:.17g}', f'{123456789:,} {0.000123:.2e} {255:#x} {255:08b} {-5:+d} {5: d}')
print('%s %r %5.2f %-8s| %08.3f %+d %x %o %e %g %%' % ('a', 'b', 3.14159, 'left', 3.14159, 5, 255, 8, 12345.678, 0.00001234))
print(round(2.675, 2), round(-2.5), round(1234567, -3), round(1e300, 2), round(5e-324, 330), [round(x / 10, 0) for x in range(-15, 16, 5)])
e = sum(1 / math.factorial(k) for k in range(20)); print(e, abs(e - math.e) < 1e-15, math.isclose(e, math.e))
print(divmod(10**30, 7**20), (-7) // 2, -7 % 3, 7 // -2, 2 ** -2, 10 ** -3, 5 ** 0.5, (-8) ** (1 / 3))
print(int('1010', 2), int('zz', 36), int('-0b11', 0), int(' 42 '), int(3.99), int(-3.99), float('1e3'), complex('1-2j'), bool([]), bool('0'))
print(bin(10), oct(64), hex(255), (255).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), (1000).bit_length(), (7).bit_count())
class Vec:
    def __init__(s, *v): s.v = v
    def __add__(s, o): return Vec(*map(sum, zip(s.v, o.v)))
    def __mul__(s, k): return Vec(*(x * k for x in s.v)) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(s.v, k.v))
    __rmul__ = __mul__
    def __abs__(s): return math.hypot(*s.v)
    def __repr__(s): return f'Vec{s.v}'
    def __eq__(s, o): return isinstance(o, Vec) and s.v == o.v
    def __hash__(s): return hash(s.v)
    def __bool__(s): return any(s.v)
    def __iter__(s): return iter(s.v)
    def __len__(s): return len(s.v)
    def __getitem__(s, i): return s.v[i]
    def __neg__(s): return -1 * s
    def __round__(s, n=0): return Vec(*(round(x, n) for x in s.v))
    def __format__(s, f): return '<' + ', '.join(format(x, f) for x in s.v) + '>'
    def __index__(s): return int(s.v[0])
    def __complex__(s): return complex(*s.v[:2])
    def __float__(s): return float(abs(s))
    def __int__(s): return int(abs(s))
    def __divmod__(s, k): return Vec(*(x // k for x in s.v)), Vec(*(x % k for x in s.v))
    def __pow__(s, e, m=None): return Vec(*(pow(x, e, m) for x in s.v))
    def __matmul__(s, o): return s * o
    def __contains__(s, x): return x in s.v
    def __reversed__(s): return Vec(*s.v[::-1])
    def __trunc__(s): return 'trunc'
    def __floor__(s): return 'floor'
v = Vec(3, 4)
print(v + v, v * 2, 2 * v, v * v, abs(v), v == Vec(3, 4), hash(v) == hash((3, 4)), bool(Vec(0, 0)), list(v), len(v), v[0], -v, round(Vec(1.234, 5.678), 1), f'{v:.2f}', hex(v), complex(v), float(v), int(v), divmod(Vec(7, 9), 4), pow(v, 2), pow(v, 2, 5), v @ v, 3 in v, reversed(v), [10, 20, 30, 40][v], math.trunc(v), math.floor(v), max(v), sorted(v, reverse=True), sum(v), dict(enumerate(v)), [*v, *v], (lambda a, b: a - b)(*v))
# introspection
def describe(fn):
    c = fn.__code__
    args = c.co_varnames[:c.co_argcount]
    defaults = fn.__defaults__ or ()
    return {'name': fn.__name__, 'args': args, 'defaults': dict(zip(args[::-1], defaults[::-1])), 'kwonly': c.co_varnames[c.co_argcount:c.co_argcount + c.co_kwonlyargcount], 'varargs': bool(c.co_flags & 4), 'varkw': bool(c.co_flags & 8), 'gen': bool(c.co_flags & 32), 'ann': fn.__annotations__, 'doc': fn.__doc__, 'line': c.co_firstlineno, 'locals': c.co_varnames[c.co_argcount + c.co_kwonlyargcount:], 'free': c.co_freevars, 'qual': fn.__qualname__}
def sample(a: int, b: str = 'x', *args, key=None, **kw) -> list:
    "Sample."
    total = a
    for i in args: total += i
    return total
print(describe(sample)); print(describe(lambda q, w=1: (yield q))); print(describe(describe)['locals'])
def trace(fn):
    import functools
    @functools.wraps(fn)
    def wrapper(*a, **k):
        try: return fn(*a, **k)
        except Exception as e:
            tb = e.__traceback__
            while tb.tb_next: tb = tb.tb_next
            return f'{type(e).__name__} in {tb.tb_frame.f_code.co_name}:{tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno} with {tb.tb_frame.f_locals}'
    return wrapper
@trace
def div(a, b):
    ratio = a / b
    return ratio
print(div(6, 3), div(1, 0), div.__wrapped__.__name__, div.__name__, div.__doc__, div.__module__)
def plugin(ns, code):
    try: exec(code, ns); return sorted(k for k in ns if k != '__builtins__')
    except SyntaxError as e: return f'{e.msg} {e.lineno} {e.offset} {e.text!r}'
    except Exception as e: return repr(e)
print(plugin({}, 'x = 1\ndef f(): return x'), plugin({}, 'x = = 1'), plugin({'y': 2}, 'z = y ** 2; del y'), plugin({}, '1/0'), plugin({'__builtins__': {}}, 'len([])'))
def safe_eval(s):
    try: return eval(s, {'__builtins__': {}}, {'abs': abs, 'pi': math.pi})
    except Exception as e: return f'{type(e).__name__}: {e}'
print(safe_eval('abs(-5) + pi'), safe_eval('open("x")'), safe_eval('1 +'), safe_eval('[x*2 for x in (1,2)]'))
counter = iter(range(10**6).__iter__().__next__, 5); print(list(counter))
it = iter([1, 2, 3]); print(next(it), next(it, None), next(it, None), next(it, 'end'), list(zip(it, 'abc')))
print(list(map(lambda *a: a, 'abc', range(2))), list(zip(*['ab', 'cd'])), [*enumerate('ab', start=10)], list(reversed(range(0, 10, 3))), any(x > 3 for x in range(5)), all(x < 3 for x in range(5)))
print(sorted(['banana', 'apple', 'Cherry'], key=str.casefold), sorted([(2, 'b'), (1, 'z'), (2, 'a')], key=lambda t: (-t[0], t[1])), max('apple', 'fig', key=len), min([3, 1, 2], default=0), max([], default='none'))
print(type('Dyn', (Vec,), {'extra': lambda s: len(s)})(1, 2, 3).extra(), isinstance(True, int), issubclass(bool, int), callable(print), vars(type('O', (), {'a': 1})())), print(getattr(v, 'zzz', 'default'), hasattr(v, 'v'), setattr(v, 'new', 9), v.new, delattr(v, 'new'), hasattr(v, 'new'))
print(id(v) == id(v), hash('a') == hash('a'), repr('it\'s'), ascii('ñ'), chr(8364), ord('€'), format(1234.5, ',.2f'), slice(1, 10, 2).indices(5), memoryview(b'abc')[1], bytes(3), bytearray(b'x') * 3, frozenset([1]), object().__class__.__name__, Ellipsis, NotImplemented, __name__)
'''
'''
