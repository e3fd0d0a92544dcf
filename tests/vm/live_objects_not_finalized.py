# objects in use must never be finalized
import functools, itertools, operator, collections, sys, weakref
log = []
class T:
    n = 0
    def __init__(self, v=0): T.n += 1; self.v = v; self.alive = True
    def __del__(self): self.alive = False; log.append(self.v)
    def __lt__(self, o): noise(); assert self.alive and o.alive; return self.v < o.v
    def __eq__(self, o): noise(); assert self.alive and o.alive; return self.v == o.v
    def __hash__(self): noise(); assert self.alive; return self.v
    def __add__(self, o): noise(); assert self.alive and o.alive; return T(self.v + o.v)
    def __radd__(self, o): return T(self.v + o)
    def __iter__(self): 
        noise()
        for i in range(3): noise(); assert self.alive; yield T(i)
    def __enter__(self): noise(); return self
    def __exit__(self, *a): noise(); assert self.alive
    def __call__(self, *a, **k): noise(); assert self.alive; return a
    def __getitem__(self, i): noise(); assert self.alive; return T(i)
    def __contains__(self, x): noise(); assert self.alive; return True
    def __len__(self): noise(); assert self.alive; return 3
    def __bool__(self): noise(); assert self.alive; return True
    def __index__(self): noise(); assert self.alive; return self.v
    def __repr__(self): noise(); assert self.alive; return f'T({self.v})'
    def __format__(self, s): noise(); assert self.alive; return 'f'
    def m(self, *a): noise(); assert self.alive; return self
    @property
    def p(self): noise(); assert self.alive; return self
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        noise(); assert self.alive; return self
def noise():
    x = T(-1); x = None
    del x
    for i in range(2): pass
    print(end='')
for rnd in range(3):
    assert [t.v for t in sorted([T(3), T(1), T(2)])] == [1, 2, 3]
    sorted([T(3), T(1), T(2)], key=lambda t: (noise(), t.v)[1])
    sorted([5, 3, 4], key=lambda i: T(i))
    max([T(1), T(5)]); min(T(1), T(5), key=lambda t: t); sum([T(1), T(2)]); sum([T(1), T(2)], T(0))
    list(map(lambda t: t + T(1), [T(1), T(2)])); list(filter(None, [T(1), T(2)])); list(zip([T(1)], T(2))); list(T(1)); a, b, c = T(4); (x, *y) = T(5)
    {T(1): T(2)}[T(1)]; {T(1), T(2)} & {T(1)}; T(3) in [T(1), T(3)]; T(1) == T(1); [T(1)].index(T(1)); dict([(T(1), T(2))]); collections.Counter([T(1), T(1)]); 
    f'{T(1)} {T(2)!r} {T(3):x}'; '%s %r' % (T(1), T(2)); '{} {0}'.format(T(1)) if 0 else '{0} {0}'.format(T(1)); str([T(1), {T(2): T(3)}]); print([T(7)], file=open('/dev/null', 'w'))
    T(1)(T(2), k=T(3)); T(1).m(T(2)).m().p.foo.m(); T(1)[2].m(); [10, 20, 30][T(1)]; b'abc'[T(1)]; range(10)[T(2)]; bytes(T(3)) if 0 else bytearray(5)[T(1)]
    functools.reduce(lambda a, b: a + b, [T(1), T(2), T(3)]); functools.partial(T(1), T(2))(T(3)); list(itertools.accumulate([T(1), T(2)])); list(itertools.chain(T(1), T(2)));
    for q in itertools.product([T(1)], T(2)): noise(); assert q[0].alive
    with T(1) as t, T(2): noise(); t.m()
    def f(a, b=T(9), *c, d=T(8), **e): noise(); return a.m(), b.m(), [x.m() for x in c], d.m(), e
    f(T(1)); f(T(1), T(2), T(3), d=T(4), z=T(5)); f(*[T(1), T(2)], **{'q': T(3)}); f(*T(1))
    def gen(t):
        try: 
            for i in range(3): noise(); yield t.m()
        finally: noise(); assert t.alive
    for z in gen(T(1)): noise(); z.m()
    g = gen(T(2)); next(g); noise(); next(g).m(); g.close()
    for z in gen(T(3)): break
    def outer():
        t = T(6)
        def inner(): noise(); return t.m()
        return inner
    outer()().m()
    k = outer(); noise(); k().m()
    try: raise ValueError(T(1))
    except ValueError as e: noise(); e.args[0].m()
    def thrower(): t = T(2); noise(); raise KeyError(t)
    try: thrower()
    except KeyError as e:
        noise(); e.args[0].m(); noise()
        assert e.__traceback__.tb_next.tb_frame.f_locals['t'].alive
    class C:
        a = T(1)
        def __init__(self): self.t = T(2)
        def run(self): noise(); return self.t.m(), self.a.m(), type(self).a.m()
    C().run(); c = C(); noise(); c.run(); C.a.m()
    [x.m() for x in [T(1), T(2)] if x.m()]; {x: x.m() for x in [T(1)]}; list(x.m() for x in T(1))
    d = {'a': T(1)}; d['a'] += T(2); d['a'].m(); l = [T(1)]; l[0] += T(2); l[0].m(); l.append(T(3)); l.sort(); l.insert(0, T(0)); [x.m() for x in l]; l[1:2] = [T(5), T(6)]; [x.m() for x in l]
    match [T(1), {'k': T(2)}]:
        case [p, {'k': q}] if noise() is None: p.m(); q.m()
    lam = (lambda t: lambda: t.m())(T(4)); noise(); lam()
    async def co(t): noise(); await aw(t); return t.m()
    class aw:
        def __init__(s, t): s.t = t
        def __await__(s): noise(); yield s.t.m(); noise(); s.t.m()
    cr = co(T(1)); cr.send(None); noise()
    try: cr.send(None)
    except StopIteration as e: e.value.m()
    w = T(3); r = weakref.ref(w); noise(); r().m(); ww = weakref.WeakValueDictionary(a=w); noise(); ww['a'].m()
    dq = collections.deque([T(1), T(2)]); dq.rotate(); noise(); [x.m() for x in dq]; dq.popleft().m()
    import heapq, bisect, copy
    h = [T(3), T(1), T(2)]; heapq.heapify(h); heapq.heappush(h, T(0)); heapq.heappop(h).m(); bisect.bisect([T(1), T(2)], T(1)); copy.deepcopy([1, T(1)])[1].m() if 0 else copy.copy([T(1)])[0].m()
    exec('t = T(1); noise(); t.m()'); eval('[T(1).m() for _ in (1,)]')
    sys.exc_info(); setattr(sys, 'hidden', T(5)); noise(); sys.hidden.m(); del sys.hidden
    import re; re.sub('a', lambda m: (noise(), m.group())[1], 'banana')
    s = set(); s.add(T(1)); s |= {T(2)}; noise(); [x.m() for x in s]
    pr = property(T(1)); noise(); pr.fget(1); t1 = T(1); t2 = t1; del t1; noise(); t2.m()
    while T(1): break
    if T(1) and (T(2) or T(3)): noise()
    v = T(1) if T(2) else T(3); v.m()
    x1 = x2 = T(4); del x1; noise(); x2.m(); assert T(1) < T(2) < T(3)
    iter_ = iter([T(1), T(2)]); next(iter_).m(); noise(); next(iter_).m()
    en = enumerate([T(1), T(2)]); next(en); noise(); next(en)[1].m()
    al = [T(i) for i in range(5)]; del al[0]; noise(); [x.m() for x in al]
print('fine', T.n > 100)
