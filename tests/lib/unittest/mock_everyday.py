from unittest import mock
from unittest.mock import *
import re
def t(f):
    try: r = f()
    except BaseException as e: print(type(e).__name__, re.sub(r"id='\d+'", 'id', str(e))); return
    print(re.sub(r"id='\d+'", 'id', repr(r)))
m = Mock(name='m')
t(lambda: m); t(lambda: Mock()); t(lambda: MagicMock(name='mm')); t(lambda: m.a.b.c); t(lambda: m(1,2,x=3)); t(lambda: m.a(4).b); t(lambda: m.mock_calls); t(lambda: m.method_calls); t(lambda: m.call_args); t(lambda: m.call_args_list); t(lambda: m.call_count); t(lambda: m.called)
t(lambda: m.assert_called_with(1,2)); t(lambda: m.assert_called_once_with(1,2,x=4)); t(lambda: m.assert_called_once()); m(); t(lambda: m.assert_called_once()); t(lambda: m.assert_not_called()); t(lambda: m.assert_any_call(9)); t(lambda: m.assert_has_calls([call(1),call(2)])); t(lambda: m.assert_has_calls([call(),call(1,2,x=3)], any_order=True)); t(lambda: m.zz.assert_called()); t(lambda: m.zz.assert_called_with(3)); t(lambda: m.zz.assert_called_once_with(3)); t(lambda: m.assrt_foo()); t(lambda: m.assert_foo()); t(lambda: m.called_once)
m.reset_mock(); t(lambda: (m.called, m.call_count, m.mock_calls))
m = Mock(return_value=5, side_effect=None); t(lambda: m()); m.side_effect=[1,ValueError('x'),3]; t(m); t(m); t(m); t(m)
m.side_effect=KeyError; t(m); m.side_effect=lambda *a: a; t(lambda: m(1,2)); m.side_effect=lambda: DEFAULT; t(m)
mm = MagicMock(); t(lambda: len(mm)); t(lambda: mm[3]); t(lambda: list(mm)); t(lambda: int(mm)); t(lambda: bool(mm)); t(lambda: str(mm)[:10]); t(lambda: mm+1); t(lambda: 3 in mm); t(lambda: mm < 3); t(lambda: hash(mm)==hash(mm)); t(lambda: mm == mm); t(lambda: float(mm)); t(lambda: complex(mm)); t(lambda: mm.__enter__()); t(lambda: next(mm)); mm.__len__.return_value=4; t(lambda: len(mm)); mm.__getitem__.side_effect=lambda k:k*2; t(lambda: mm[4]); t(lambda: mm.mock_calls[-3:])
mm = MagicMock(); mm.x.y(1).z(2); t(lambda: mm.mock_calls); t(lambda: call.x.y(1).z(2).call_list()); t(lambda: mm.mock_calls == call.x.y(1).z(2).call_list())
with mm as q: t(lambda: q)
t(lambda: mm.__exit__.call_args)
class Foo:
    attr = 3
    def meth(self, a, b=2): return a
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x): pass
    @property
    def p(self): return 1
s = Mock(spec=Foo); t(lambda: s.meth); t(lambda: s.nope); t(lambda: isinstance(s, Foo)); t(lambda: s.meth(1,2,3,4)); t(lambda: s.attr); t(lambda: setattr(s,'foo',1)); t(lambda: s)
ss = Mock(spec_set=Foo); t(lambda: setattr(ss,'foo',1)); t(lambda: ss.foo)
a = create_autospec(Foo); t(lambda: a); t(lambda: a()); t(lambda: a().meth(1)); t(lambda: a().meth()); t(lambda: a().meth(1,2,3)); t(lambda: a(1)); t(lambda: a.cm(1)); t(lambda: a.cm()); t(lambda: a.sm(1,2)); t(lambda: a().nope)
def func(a, b=2, *, c=3): pass
f = create_autospec(func, return_value=7); t(lambda: f(1)); t(lambda: f()); t(lambda: f(1,2,3)); t(lambda: f(1,c=4)); t(lambda: f.assert_called_with(1,c=4)); t(lambda: f.assert_called_with(a=1,c=4)); t(lambda: f.call_args); t(lambda: f.__name__); t(lambda: f.mock_calls)
with patch('__main__.Foo') as P: t(lambda: Foo is P); t(lambda: Foo().meth()); t(lambda: P.mock_calls)
t(lambda: Foo)
with patch.object(Foo, 'attr', 10): t(lambda: Foo.attr)
t(lambda: Foo.attr)
with patch.object(Foo, 'meth', autospec=True) as pm: t(lambda: Foo().meth(1)); t(lambda: len(pm.call_args.args))
d = {'a':1}
with patch.dict(d, {'b':2}, c=3): t(lambda: d)
t(lambda: d)
with patch.dict(d, clear=True): t(lambda: d)
t(lambda: patch('nope').start()); t(lambda: patch.object(Foo,'zzz').start())
@patch('__main__.func')
@patch.object(Foo,'attr')
def dec(x, y): t(lambda: (x, y, x is Foo.attr, y is func))
dec()
@patch.multiple('__main__', func=DEFAULT, d=5)
def dm(func): t(lambda: (func, d))
dm()
p = PropertyMock(return_value=3)
class Q: pass
type(Q).__name__
with patch.object(Foo,'p', new_callable=PropertyMock) as pp: pp.return_value=9; t(lambda: Foo().p); Foo().p; t(lambda: pp.mock_calls)
t(lambda: call(1,2)==call(1,2)); t(lambda: call(1,a=2)); t(lambda: call.foo(3)); t(lambda: call.foo.bar); t(lambda: call == ((),{})); t(lambda: call(1)[1:]); c=call(1,x=2); t(lambda: (c.args,c.kwargs)); t(lambda: tuple(c)); t(lambda: ANY == 3); t(lambda: ANY); t(lambda: call(ANY)==call(5)); t(lambda: sentinel.foo); t(lambda: sentinel.foo is sentinel.foo); t(lambda: DEFAULT)
o = mock_open(read_data='a\nb\n')
with patch('builtins.open', o):
    with open('x') as fh: t(lambda: fh.read())
    t(lambda: list(open('y'))); t(lambda: open('z').readline()); t(lambda: open('z').readlines())
t(lambda: o.mock_calls[:3]); t(lambda: o.assert_called_with('z'))
n = NonCallableMock(); t(lambda: n()); m = Mock(**{'a.b.return_value': 3, 'c': 4}); t(lambda: (m.a.b(), m.c)); m.configure_mock(c=5); t(lambda: m.c)
parent = Mock(); parent.attach_mock(Mock(), 'child'); parent.child(1); t(lambda: parent.mock_calls)
w = Mock(wraps=[1,2]); t(lambda: w.count(1)); t(lambda: w.index(5)); del m.c; t(lambda: m.c); t(lambda: hasattr(m,'c'))
se = seal(m); t(lambda: m.newattr); t(lambda: m.a)
t(lambda: sorted(x for x in dir(Mock()) if not x.startswith('_'))); t(lambda: sorted(x for x in dir(Mock(spec=['a','b'])) if not x.startswith('_')))
am = AsyncMock(return_value=4)
import inspect
t(lambda: inspect.iscoroutinefunction(am))
co = am(1)
try: co.send(None)
except StopIteration as e: print('stop', e.value)
t(lambda: am.await_count); t(lambda: am.assert_awaited_once_with(1)); t(lambda: am.assert_not_awaited()); t(lambda: am.await_args); t(lambda: am)
t(lambda: MagicMock(spec=int)+1); t(lambda: Mock()+1); t(lambda: len(Mock())); t(lambda: Mock()['a']); t(lambda: Mock(spec=[]).x); t(lambda: Mock(side_effect=StopIteration)()); t(lambda: Mock(name='n', return_value=1).return_value); t(lambda: Mock(unsafe=True).assert_x()); t(lambda: FILTER_DIR)
