from unittest import mock
from unittest.mock import *
import re, inspect
def t(f):
    try: r = f()
    except BaseException as e: print(type(e).__name__, re.sub(r"id='\d+'", 'id', re.sub(r'0x[0-9a-f]+','0x',str(e)))); return
    print(re.sub(r"id='\d+'", 'id', re.sub(r'0x[0-9a-f]+','0x',repr(r))))
def func(a, b=2, *, c=3):
    "doc"
f = create_autospec(func); t(lambda: f); t(lambda: type(f)); t(lambda: f(1)); t(lambda: f.called); t(lambda: f.call_count); t(lambda: f.call_args_list); t(lambda: f.mock); t(lambda: inspect.signature(f)); t(lambda: f.return_value); f.return_value = 8; t(lambda: f(3)); f.side_effect = [1,2]; t(lambda: f(4)); f.side_effect = ValueError; t(lambda: f(5)); f.reset_mock(); t(lambda: (f.called, f.mock_calls)); t(lambda: f.assert_not_called()); t(lambda: f.assert_called()); t(lambda: f.nope); t(lambda: f.assert_called_once_with(1)); t(lambda: inspect.isfunction(f)); t(lambda: f.__doc__); t(lambda: f.assert_any_call(2)); t(lambda: f.assert_has_calls([call(9)])); t(lambda: f.method_calls)
class Foo:
    x = 3
    y = [1]
    def __init__(self, a, b=1): self.z = a
    def meth(self, q, *, k=1): return q
    def other(self): return self.meth(5)
    @classmethod
    def cm(cls, v): return v
    @staticmethod
    def sm(v): return v
    @property
    def p(self): return 1
    async def co(self, a): return a
    def __len__(self): return 2
    def __call__(self, w): return w
A = create_autospec(Foo); t(lambda: A); t(lambda: A()); t(lambda: A(1)); t(lambda: A(1,2,3)); t(lambda: A.x); t(lambda: A.y); t(lambda: A.y.append(3)); t(lambda: A(1).x); t(lambda: A.p); t(lambda: A.meth(1,2)); t(lambda: A.meth(1)); t(lambda: A(1).meth(1)); t(lambda: A(1).meth()); t(lambda: A(1)(5)); t(lambda: A(1)()); t(lambda: len(A(1))); t(lambda: A.co); t(lambda: inspect.iscoroutinefunction(A.co)); t(lambda: A.zzz); t(lambda: A(1).z); t(lambda: A.mock_calls)
i = create_autospec(Foo(1)); t(lambda: i); t(lambda: i.z); t(lambda: i.meth(3)); t(lambda: i.meth()); t(lambda: i(3)); t(lambda: i()); t(lambda: i.cm(1)); t(lambda: i.cm())
ii = create_autospec(Foo, instance=True); t(lambda: ii); t(lambda: ii(3)); t(lambda: ii.meth(3)); t(lambda: ii.meth(3,4)); t(lambda: ii.mock_calls)
with patch.object(Foo, 'meth', autospec=True, return_value=11) as m:
    o = Foo(1); t(lambda: o.other()); t(lambda: m.assert_called_once_with(o, 5)); t(lambda: o.meth()); t(lambda: m.call_count); t(lambda: Foo.meth)
with patch.object(Foo, 'cm', autospec=True) as m: t(lambda: Foo.cm(1)); t(lambda: m.mock_calls)
with patch.object(Foo, 'sm', autospec=True) as m: t(lambda: Foo.sm(1)); t(lambda: Foo(1).sm(2)); t(lambda: m.mock_calls); t(lambda: Foo.sm())
with patch('__main__.func', autospec=True) as m: t(lambda: func(1)); t(lambda: func()); t(lambda: m.mock_calls); t(lambda: m)
with patch('__main__.Foo', autospec=True) as m: t(lambda: Foo(1).meth(2)); t(lambda: Foo()); t(lambda: m.mock_calls); t(lambda: m.return_value.meth.return_value)
s = Mock(spec=func); t(lambda: s(1,2,3,4)); s(1); t(lambda: s.assert_called_with(a=1)); t(lambda: s); t(lambda: s.__name__)
s = Mock(spec=Foo); t(lambda: s.co); t(lambda: s.co(1)); t(lambda: s.meth(1,2,3)); t(lambda: s.__len__); t(lambda: MagicMock(spec=Foo).__len__()); t(lambda: isinstance(s, Foo))
am = AsyncMock(); t(lambda: (am.await_count, am.await_args, am.await_args_list)); t(lambda: am.assert_awaited()); t(lambda: am.assert_not_awaited())
def run(co):
    try: co.send(None)
    except StopIteration as e: return e.value
t(lambda: run(am(1, k=2))); t(lambda: am.assert_awaited_with(1,k=2)); t(lambda: am.assert_awaited_with(2)); t(lambda: am.assert_any_await(3)); t(lambda: am.assert_has_awaits([call(4)])); t(lambda: am.assert_has_awaits([call(1,k=2)])); t(lambda: am.assert_not_awaited()); t(lambda: am.assert_awaited_once()); run(am()); t(lambda: am.assert_awaited_once()); t(lambda: am.assert_awaited_once_with(1)); t(lambda: am.await_args_list)
am.side_effect = [1, ValueError('v')]; t(lambda: run(am())); t(lambda: run(am())); t(lambda: run(am()))
am.side_effect = lambda x: x*2; t(lambda: run(am(4))); 
async def aeff(x): return x+1
am.side_effect = aeff; t(lambda: run(am(4))); t(lambda: am.foo); t(lambda: am.foo.bar); t(lambda: run(am.foo(1))); am.reset_mock(); t(lambda: am.await_count)
mm = MagicMock(); t(lambda: mm.__aenter__); t(lambda: type(mm.__aenter__)); t(lambda: run(mm.__aenter__())); t(lambda: mm.__aiter__()); 
async def afn(a): pass
t(lambda: Mock(spec=afn)); t(lambda: create_autospec(afn)); g = create_autospec(afn, return_value=4); t(lambda: run(g(1))); t(lambda: run(g())); t(lambda: g.assert_awaited_once()); t(lambda: g.await_count); t(lambda: g.assert_awaited_once_with(1))
with patch('__main__.afn') as m: t(lambda: m); t(lambda: run(afn(1)))
t(lambda: create_autospec(3)); t(lambda: create_autospec('abc').upper()); t(lambda: create_autospec([1]).append(1,2)); t(lambda: create_autospec(len)); t(lambda: create_autospec(len)(1,2)); t(lambda: create_autospec(Foo, spec_set=True)); 
t(lambda: setattr(create_autospec(Foo, spec_set=True), 'nn', 1)); t(lambda: create_autospec(Mock())); t(lambda: create_autospec(func, return_value=3, side_effect=None)(1)); t(lambda: Mock(spec=Mock()))
@patch.dict('os.environ', {'ZZ':'1'})
def envt():
    import os; return os.environ['ZZ']
t(envt)
@patch('__main__.func', new=5)
def nn(): return func
t(nn)
@patch('__main__.func', return_value=7)
class T:
    def test_a(self, m): return func(1), m
    def other(self): return func
t(lambda: T().test_a()); t(lambda: T().other())
@patch('__main__.func', new_callable=lambda: (lambda *a: 'nc'))
def nc(x): return func(1)
t(nc); t(lambda: patch('__main__.func', 1, new_callable=Mock)); t(lambda: patch('__main__.func', autospec=True, new_callable=Mock)); t(lambda: patch('__main__.func', spec=True, autospec=True).start()); t(lambda: patch('__main__.func', 3, foo=4).start()); t(lambda: patch.object('a','b')); t(lambda: patch(3)); t(lambda: patch('nomod.x').start()); t(lambda: patch.multiple('__main__')); t(lambda: patch('__main__.func', spec_set=True).start()); t(lambda: mock.patch.stopall())
p = patch('__main__.func'); t(lambda: p.stop()); p.start(); t(lambda: p.stop()); t(lambda: func.__name__)
t(lambda: call().foo().bar); t(lambda: call.a.b(1)(2)); t(lambda: call.__str__()); t(lambda: call[0]); t(lambda: call.foo == call.foo()); t(lambda: call(1) != call(2)); t(lambda: call.count(1)); t(lambda: call('x').call_list()); t(lambda: repr(call)); t(lambda: call(1).args); m=Mock(); m.f(1).g(x=2); t(lambda: m.mock_calls[1].args); t(lambda: m.mock_calls[1].kwargs); t(lambda: m.mock_calls[1][0]); t(lambda: m.f.call_args[0]); n,a,k = m.mock_calls[1]; t(lambda: (n,a,k)); t(lambda: m.call_args); t(lambda: m.f.call_args == ((1,),)); t(lambda: m.f.call_args == (1,)); t(lambda: m.f.call_args == ('x',)); t(lambda: m.f.call_args == ((1,),{})); t(lambda: m.mock_calls == [call.f(1), call.f().g(x=2)])
m = Mock(); m.a = Mock(); m.b = 3; m.a(1); t(lambda: m.mock_calls); t(lambda: m.b); m.return_value.x = 5; t(lambda: m().x); t(lambda: m.a.return_value is m.a()); m2 = Mock(name='nm'); m.c = m2; t(lambda: m.c); m2(); t(lambda: m.mock_calls)
