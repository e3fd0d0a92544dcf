# Arguments whose methods release a view, or resize an array, in the middle of an operation on it.
import array, struct, io
A = array.array
def show(label, f):
    try: r = repr(f())
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    print(label, '->', r[:200])
class Act:
    """runs an action in whatever method is called, once"""
    def __init__(s, act, value=1): s.act = act; s.value = value; s.done = False
    def go(s):
        if not s.done:
            s.done = True; s.act()
        return s.value
    def __index__(s): return s.go()
    def __float__(s): return float(s.go())
    def __bool__(s): s.go(); return True
    def __eq__(s, o): s.go(); return False
    def __hash__(s): return 1
    def __len__(s): s.go(); return 3
    def __iter__(s):
        s.go()
        yield 1
        yield 2
class EqTrue(Act):
    def __eq__(s, o): s.go(); return True
class IndexOnly:
    def __init__(s, act, value=1): s.a = Act(act, value)
    def __index__(s): return s.a.go()
class Buf:
    def __init__(s, act, data=b'abcd'): s.a = Act(act); s.data = data
    def __buffer__(s, flags): s.a.go(); return memoryview(s.data)
class It:
    def __init__(s, act, *v): s.a = Act(act); s.v = v
    def __iter__(s):
        for i, x in enumerate(s.v):
            if i == 1: s.a.go()
            yield x
# --- memoryview: release in the middle
def mv(fmt='B', n=64, release=True):
    b = bytearray(range(n)); m = memoryview(b).cast('B') if fmt == 'B' else memoryview(b).cast(fmt)
    def act1():
        m.release(); 
        try: b.clear(); b.extend(b'x' * 5)
        except BufferError as e: log.append(str(e))
    act = Act(act1).go
    return b, m, act
log = []
def run(label, code, fmt='B', n=64):
    b, m, act = mv(fmt, n)
    ns = dict(globals(), b=b, m=m, act=act)
    def f():
        log.clear()
        r = eval(code, ns)
        return (r if not isinstance(r, memoryview) else 'view', len(b), log[:])
    show(label + ' ' + fmt + ' ' + code, f)
codes = ['m.__setitem__(0, IndexOnly(act))', 'm.__setitem__(IndexOnly(act), 5)', 'm[IndexOnly(act)]', 'm[IndexOnly(act):]', 'm[:IndexOnly(act)]', 'm[::IndexOnly(act)]', 'm[IndexOnly(act):IndexOnly(act):IndexOnly(act)]',
 'm.__setitem__(slice(0, IndexOnly(act)), b"a")', 'm.__setitem__(slice(IndexOnly(act), 4), b"abc")', 'm.__setitem__(slice(0, 4), Buf(act))', 'm.__setitem__(slice(None), m[::-1])', 'm.count(Act(act))', 'm.index(Act(act))', 'm.index(5, IndexOnly(act))', 'm.index(5, 0, IndexOnly(act))', 'Act(act) in m', 'm.count(EqTrue(act))', 'm.index(EqTrue(act))', 'EqTrue(act) in m',
 'm == Buf(act)', 'Buf(act) == m', 'm != Buf(act)', 'm.hex(":", IndexOnly(act))', 'm.hex(Act(act))', 'm.cast("B", [IndexOnly(act, 64)])', 'm.cast("B", (IndexOnly(act, 8), 8))', 'm.tobytes(Act(act))', 'm.__setitem__((IndexOnly(act),), 1)', 'm[(IndexOnly(act),)]', 'm[IndexOnly(act), IndexOnly(act)]',
 'list(map(lambda x: act() if x == 3 else x, m))', '[act() if x == 2 else x for x in m]', 'sorted(m, key=lambda x: act() or x)', 'bytes(x if x != 2 else (act(), 2)[1] for x in m)', 'struct.pack_into("bbb", m, 0, 1, IndexOnly(act), 3)', 'struct.pack_into("bbb", m, IndexOnly(act), 1, 2, 3)', 'struct.pack_into("?3x?", m, 0, Act(act), 1)', 'struct.pack_into("dd", m, 0, Act(act), 1)', 'struct.unpack_from("4b", m, IndexOnly(act))', 'list(x if x[0] else (act(), x) for x in struct.iter_unpack("b", m))[:3]',
 'int.from_bytes(m, Act(act))', 'b"".join([m, Buf(act)])', 'b"".join(It(act, m, m))', 'bytearray().join([m, Buf(act), m])', 'm.__exit__(act())', 'memoryview._from_flags(m, IndexOnly(act))', 'm.__buffer__(IndexOnly(act, 0))', 'b"abc".translate(m, delete=Buf(act))', 'b"a".replace(m[:1], Buf(act))', 'io.BytesIO(m).read(IndexOnly(act))', 'bytearray(b"abcdefgh").__setitem__(slice(0, IndexOnly(act)), m)', 'bytearray(b"abc").insert(IndexOnly(act), m[0])', 'bytes(m).find(m, IndexOnly(act))', 'bytes(m).split(m[:1], IndexOnly(act))', 'bytearray(8).find(m[0:2], IndexOnly(act))', 'A("B", m).extend(It(act, *m[:3]))', 'max(m, key=lambda x: act() or x)', 'sum(x for x in m if x != 3 or act())', 'any(act() for x in m)', 'm.tolist().index(Act(act))', 'dict.fromkeys(m, act())', 'A("B").frombytes(Buf(act, m))', 'Buf(act, m) == Buf(act, m)']
for c in codes:
    for f in ('B', 'h', 'd', 'c'):
        if f != 'B' and any(w in c for w in ('join', 'translate', 'replace', 'bytes', 'struct', 'io.', 'A(', 'bytearray')): continue
        run('mv', c, f)
# 2-D
for c in ['m[IndexOnly(act), 1]', 'm[1, IndexOnly(act)]', 'm.__setitem__((IndexOnly(act), 1), 1)', 'm.__setitem__((0, 1), IndexOnly(act))', 'm[IndexOnly(act):]', 'm.cast("B", [IndexOnly(act, 64)])', 'm == Buf(act)', 'm.hex(":", IndexOnly(act))']:
    b = bytearray(range(64)); base = memoryview(b); m = base.cast('B', [8, 8])
    def act():
        m.release(); base.release(); b.clear()
    ns = dict(globals(), b=b, m=m, act=act)
    show('2d ' + c, lambda: (lambda r: r if not isinstance(r, memoryview) else r.shape)(eval(c, ns)))
# --- array
def arr(label, code, acts, tc='i', init=(1, 2, 3, 4, 5, 6, 7, 8)):
    for name, a_act in acts.items():
        a = A(tc, init); big = A(tc, init * 100) if 0 else None
        once = Act(lambda: a_act(a)); act = once.go
        ns = dict(globals(), a=a, act=act)
        def f():
            r = eval(code, ns)
            return (r if not isinstance(r, memoryview) else 'view'), len(a), a[:12]
        show('arr ' + label + name + ' ' + code, f)
def grow(a):
    if len(a) < 5000: a.extend(a * 50)
def slicegrow(a):
    if len(a) < 5000: a[2:2] = A(a.typecode, [9] * 1000)
acts = {'clear': lambda a: a.clear(), 'grow': grow, 'pop': lambda a: a.pop(), 'shrink': lambda a: a.__delitem__(slice(2, None)), 'slicegrow': slicegrow, 'export': lambda a: keep.append(memoryview(a))}
keep = []
codes = ['a.insert(IndexOnly(act, 5), 9)', 'a.__setitem__(6, IndexOnly(act))', 'a.__setitem__(IndexOnly(act, 6), 9)', 'a[IndexOnly(act, 6)]', 'a[IndexOnly(act, 1):7]', 'a[1:IndexOnly(act, 7)]', 'a[1:7:IndexOnly(act, 2)]', 'a.__setitem__(slice(1, IndexOnly(act, 7)), A("i", [9, 9]))', 'a.__setitem__(slice(1, IndexOnly(act, 7)), a)', 'a.__setitem__(slice(0, IndexOnly(act, 8), 2), A("i", [9] * 4))', 'a.__delitem__(slice(1, IndexOnly(act, 7)))', 'a.__delitem__(slice(0, IndexOnly(act, 7), 2))', 'a.__delitem__(slice(7, IndexOnly(act, 0), -2))', 'a.__delitem__(IndexOnly(act, 6))', 'a.pop(IndexOnly(act, 6))', 'a.count(Act(act))', 'a.index(Act(act))', 'a.index(5, IndexOnly(act))', 'a.remove(Act(act))', 'a.remove(EqTrue(act))', 'Act(act) in a', 'EqTrue(act) in a', 'a.index(EqTrue(act))', 'a.count(EqTrue(act))', 'a * IndexOnly(act, 3)', 'a.__imul__(IndexOnly(act, 3))', 'a.frombytes(Buf(act))', 'a.fromfile(F(act), 2)', 'a.tofile(F(act))', '[act() if x == 3 else x for x in a]', 'list(map(lambda x: act() if x == 3 else x, a))', 'sorted(a, key=lambda x: act() or x)', 'struct.pack_into("4i", a, 0, 1, 2, IndexOnly(act), 4)', 'struct.pack_into("4i", a, IndexOnly(act), 1, 2, 3, 4)', 'struct.unpack_from("4i", a, IndexOnly(act))', 'A("i", It(act, *a))', 'A("i", [1, IndexOnly(act), 3])', 'a == E(act)', 'a.__reduce_ex__(IndexOnly(act, 3))', 'bytes(a).find(a, IndexOnly(act))', 'memoryview(a)[IndexOnly(act):]', 'memoryview(a).index(Act(act))', 'memoryview(a).__setitem__(0, IndexOnly(act))', 'memoryview(a).__setitem__(slice(0, 2), Buf(act))', 'a.__iadd__(a)']
class F:
    def __init__(s, act): s.a = Act(act)
    def read(s, n): s.a.go(); return b'abcdefgh'
    def write(s, x): s.a.go(); return len(x)
class E:
    def __init__(s, act): s.a = Act(act)
    def __eq__(s, o): s.a.go(); return True
def G(act, a):
    yield 1; act(); yield 2
for c in codes: arr('', c, acts)
def d1():
    a = A('d', [1.0, 2.0, 3.0]); 
    a[1] = Act(lambda: a.clear())
    return a
show('d1', d1)
def d2():
    a = A('d', [1.0, 2.0, 3.0]); a.extend([1.0, Act(lambda: a.clear()), 2.0]); return a
def d3():
    l = [1, None, 3]; a = A('i')
    l[1] = IndexOnly(lambda: l.clear())
    a.fromlist(l); return a
show('d3', d3)
def d4():
    l = [1, None, 3]; 
    l[1] = IndexOnly(lambda: l.clear())
    return A('i', l)
show('d4', d4)
def d5():
    l = [1, None, 3]; a = A('i')
    l[1] = IndexOnly(lambda: l.extend(range(10)))
    a.extend(l); return a
show('d5', d5)
def d6():
    a = A('i', range(10)); m = memoryview(a)
    class X:
        def __index__(s): m.release(); a.clear(); return 5
    m[3] = X()
show('d6', d6)
# struct into a bytearray that its values resize
for act_name, do in {'clear': lambda b: b.clear(), 'append': lambda b: b.append(1), 'extend': lambda b: b.extend(bytes(1000))}.items():
    for c in ['struct.pack_into("4b", b, 0, 1, IndexOnly(act), 3, 4)', 'struct.pack_into("4b", b, IndexOnly(act), 1, 2, 3, 4)', 'struct.pack_into("2d", b, 0, Act(act), 2)', 'struct.pack_into("2?", b, 0, Act(act), 2)', 'struct.unpack_from("4b", b, IndexOnly(act))', 'struct.Struct("4b").pack_into(b, 0, 1, IndexOnly(act), 3, 4)', 'struct.Struct("4b").unpack_from(b, IndexOnly(act, 4))', 'list(struct.iter_unpack("4b", b))[:1]', 'struct.pack_into("4s", b, 0, b)', 'struct.pack_into("4p", b, 1, b)']:
        b = bytearray(range(32))
        ns = dict(globals(), b=b, act=lambda: do(b))
        show('struct ' + act_name + ' ' + c, lambda: (eval(c, ns), len(b), b[:8]))
