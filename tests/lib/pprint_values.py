import collections, dataclasses, pprint, types

P = pprint.pprint
P({'b': 1, 'a': [1, 2, 3], 'c': {'x': list(range(30)), 'y': 'text ' * 30}}); P(list(range(40)), compact=True); P(list(range(40)), width=40, compact=True); P([['abc' * 10] * 3] * 2); P({'k' * 50: ['v' * 30, 'w' * 30]}, indent=4); P((1,)); P(('a' * 80,)); P({'x' * 40, 'y' * 40}); P(frozenset(['x' * 40, 'y' * 40])); P('short'); P('long text with many words ' * 8); P('line one\nline two\n' * 5); P(b'bytes' * 30); P(bytearray(b'bytes' * 30)); P({1: 'a', 'b': 2, None: 3}); P([1, [2, [3, [4]]]], depth=2); P({'a': {'b': {'c': 1}}}, depth=1)
pprint.pp({'b': 1, 'a': 2}); P({'b': 1, 'a': 2}, sort_dicts=False); P(123456789, underscore_numbers=True); P(collections.OrderedDict((str(i) * 10, i) for i in range(8))); P(collections.defaultdict(list, {str(i) * 10: [i] for i in range(8)})); P(collections.Counter('abracadabra' * 3 + 'xyzw')); P(collections.Counter({'k' * 30 + str(i): i for i in range(4)})); P(collections.deque(['x' * 30] * 4)); P(collections.deque(['x' * 30] * 4, maxlen=9)); P(types.SimpleNamespace(a='x' * 50, b='y' * 50)); P(types.MappingProxyType({'x' * 40: 1, 'y' * 40: 2}))
@dataclasses.dataclass
class D:
    name: str; items: list; sub: object = None
P(D('n' * 30, list(range(30)), D('small', []))); P(D('n', [1]))
l = [1, 2]; l.append(l); print(pprint.isrecursive(l), pprint.isreadable(l), pprint.isreadable([1, 'a']), pprint.saferepr([1, {'b': 2, 'a': 1}]), pprint.isreadable(object()))
print(pprint.pformat([1, 2, 3], width=5), pprint.pformat({}), pprint.pformat([]), pprint.pformat(''), pprint.pformat('x' * 100), repr(pprint.pformat('a b' * 40, width=20)))
class L(list): pass
class L2(list):
    def __repr__(self): return 'L2' * 60
P(L(range(40))); P(L2([1])); P(None); P(1.5); P([None, True, 2.5, 'x' * 70]); P({'a' * 20: 'word ' * 20}); P([('key', 'value' * 10), ('key2', 'value' * 10)]); P({'list': ['aaaaaaaaaa'] * 10, 'tuple': ('bbbbbbbbb',) * 10})
try: pprint.PrettyPrinter(indent=-1)
except ValueError as e: print(e)
