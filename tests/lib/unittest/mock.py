# Mocks, calls and patches.
import sys, os, io, re
from unittest import mock
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, DEFAULT, PropertyMock, create_autospec, mock_open, NonCallableMock, AsyncMock, seal
def c(s): return re.sub(r"id='\d+'","id='N'",re.sub('0x[0-9a-f]+','0xX',s))
def t(f,*a,**k):
    try: r=f(*a,**k); print('->',c(repr(r)))
    except StopIteration: print('!! SI')
    except BaseException as e: print('!!',type(e).__name__,c(str(e)))
m=Mock(); t(m); t(m,1,a=2); print(m.called,m.call_count,m.call_args,m.call_args_list,m.mock_calls,c(repr(m)),c(repr(m.foo)),c(repr(m.foo.bar(1))),m.method_calls,m.mock_calls)
t(m.assert_called_with,1,a=2); t(m.assert_called_with,1); t(m.assert_called_once); t(m.assert_called_once_with,1); t(m.assert_any_call); t(m.assert_any_call,5); t(m.assert_not_called); t(Mock().assert_called); t(Mock().assert_called_with,1); t(Mock(name='nm').assert_called_once); t(m.assert_has_calls,[call(),call(1,a=2)]); t(m.assert_has_calls,[call(9)]); t(m.assert_has_calls,[call(1,a=2),call()],any_order=True); t(m.assert_has_calls,[call(1,a=2),call(7)],any_order=True); t(lambda: m.assert_foo); t(lambda: m.asert_called); t(lambda: m.called_once)
m=Mock(return_value=5); t(m); m.return_value=6; t(m,'x'); print(m.call_args.args,m.call_args.kwargs,m.call_args[0],m.call_args==call('x'),m.call_args==(('x',),{}),m.call_args!=call('y'))
m=Mock(side_effect=[1,ValueError('v'),3]); t(m); t(m); t(m); t(m)
m=Mock(side_effect=KeyError('k')); t(m); m=Mock(side_effect=lambda x:x*2); t(m,4); t(m); m.side_effect=None; t(lambda: type(m(1)).__name__); m=Mock(side_effect=KeyError); t(m); m=Mock(side_effect=lambda: DEFAULT,return_value=9); t(m)
m=Mock(**{'a.b.return_value':3,'c':4}); print(m.a.b(),m.c); m.configure_mock(d=5); print(m.d); m.x.y.z(1).w(2,q=3); print(m.mock_calls,m.method_calls); m.reset_mock(); print(m.mock_calls,m.called,m.c)
class Foo:
    attr=1
    def meth(self,a,b=2): "d"
    @classmethod
    def cm(cls,x): pass
    @staticmethod
    def sm(y): pass
    async def co(self): pass
    def __len__(self): return 3
m=Mock(spec=Foo); print(isinstance(m,Foo),c(repr(m)),m.__class__.__name__); t(lambda: m.nope); t(lambda: c(repr(m.meth(1)))); m.newattr=3; t(lambda: m.newattr); m=Mock(spec_set=Foo); t(lambda: setattr(m,'zz',1)); m=Mock(spec=['a','b']); t(lambda:c(repr(m.a))); t(lambda:m.c); t(lambda: Mock(spec=Mock()))
mm=MagicMock(); print(len(mm),int(mm),float(mm),bool(mm),list(mm),5 in mm,complex(mm),c(repr(mm[3])),c(repr(mm+1)),[1,2][mm] if 0 else '',mm.__index__()); t(lambda: mm<1)
with mm as x: print(c(repr(x)))
print(mm.mock_calls[:4]); mm.__len__.return_value=7; mm.__iter__.return_value=[1,2]; mm.__getitem__.return_value='gi'; mm.__contains__.return_value=True; mm.__str__.return_value='STR'; mm.__enter__.return_value='ent'; print(len(mm),list(mm),mm['q'],9 in mm,str(mm)); mm.__getitem__.assert_called_with('q')
with mm as x: print(x)
mm.__getitem__.side_effect=lambda k:k*2; print(mm[4]); mm['a']=5; mm.__setitem__.assert_called_with('a',5); del mm['b']; print(mm.__delitem__.call_args); m=Mock(); t(lambda: len(m)); m.__len__=Mock(return_value=4); print(len(m)); m.__str__=lambda self:'custom'; print(str(m)); mm.__add__.return_value='sum'; print(mm+1); t(hash,MagicMock()) if 0 else None; mm2=MagicMock(spec=Foo); print(len(mm2)); t(lambda: mm2[0]); t(lambda: MagicMock(spec=[]) + 1)
mm=MagicMock(name='db'); mm.cursor().execute('q').fetchall.return_value=[1]; print(mm.mock_calls,c(repr(mm.cursor().fetch)),mm.cursor().execute('q').fetchall()); print(mm.mock_calls==[call.cursor(),call.cursor().execute('q'),call.cursor(),call.cursor().execute('q'),call.cursor().execute().fetchall()] )
print(call(1,2,a=3),call.foo(1),call.foo.bar(2),call(1)(2),call.foo().bar(),call.foo,call,call(1)==call(1),call(1)==call(ANY),call('x',y=ANY)==call('x',y=3),call.a(1)==call.b(1),call.foo(1).bar(2).call_list(),[call(1)]==[call(1)],call(1).args,call(a=1).kwargs,call.foo(1)[0],len(call(1)),len(call.x(1)),tuple(call.x(1)))
print(ANY==5,ANY!=5,repr(ANY),sentinel.foo,sentinel.foo is sentinel.foo,sentinel.a==sentinel.b,DEFAULT)
class Tgt:
    x=1
    def m(self): return 'orig'
    @property
    def p(self): return 'prop'
with patch.object(Tgt,'m',return_value='patched') as pm: print(Tgt().m(),pm.call_count,c(repr(pm)))
print(Tgt().m())
@patch.object(Tgt,'x',5)
def f(): return Tgt.x
print(f(),Tgt.x)
@patch('os.getcwd')
@patch('os.listdir',return_value=['z'])
def g(ls,cwd): cwd.return_value='/cwd'; return os.getcwd(),os.listdir('.'),ls.call_args
print(g(),os.getcwd()!='/cwd')
with patch('os.path.exists',lambda p:p=='yes'): print(os.path.exists('yes'),os.path.exists('/'))
p=patch('os.getpid',return_value=42); mp=p.start(); print(os.getpid(),mp.called); p.stop();  patch('os.getpid',new=lambda:1).start(); patch.stopall(); print(os.getpid()!=1)
with patch.dict('os.environ',{'MOCKV':'1'}): print(os.environ['MOCKV'])
print('E2','MOCKV' in os.environ); d={'a':1}
with patch.dict(d,{'b':2},clear=True): print(d)
with patch.dict(d,c=3): print(d)
print(d)
with patch.multiple(Tgt,x=DEFAULT,m=DEFAULT) as v: print(sorted(v),c(repr(Tgt.x)))
t(lambda: patch('nodot').start()); t(lambda: patch.object(Tgt,'nope').start()); 
with patch.object(Tgt,'nope',3,create=True): print(Tgt.nope)
print(hasattr(Tgt,'nope'))
with patch('builtins.open',mock_open(read_data='l1\nl2\n')) as mo:
    with open('/x/y') as fh: print(fh.read())
    with open('/x/y') as fh: print(list(fh))
    fh=open('q','w'); fh.write('hi'); print(fh.readline(),mo.call_args_list); mo().write.assert_called_once_with('hi')
with patch('sys.stdout',new_callable=io.StringIO) as so: print('cap')
print(repr(so.getvalue()))
with patch.object(Tgt,'p',new_callable=PropertyMock,return_value='mp') as pp: print(Tgt().p,pp.mock_calls)
m=MagicMock(); pm=PropertyMock(return_value=3); type(m).foo=pm; print(m.foo); m.foo=6; print(pm.mock_calls)
a=create_autospec(Foo); t(a); i=a(); t(i.meth,1); t(i.meth); t(i.meth,1,2,3); t(lambda:i.zz); i.meth.assert_called_with(1); def_=lambda a,b=1:None; af=create_autospec(def_,return_value=8); t(af,1); t(af); t(af,1,2,3); print(isinstance(i,Foo))
with patch('__main__.Foo',autospec=True) as MF: x=MF(); x.meth(5); x.meth.assert_called_once_with(5); print(MF.mock_calls)
with patch('__main__.Foo') as MF: MF.return_value.meth.return_value='R'; print(Foo().meth(1),MF.mock_calls)
@patch('__main__.Tgt.x',9)
class TC:
    def test_a(self): return Tgt.x
    def other(self): return Tgt.x
print(TC().test_a(),TC().other())
m=Mock(); ch=Mock(); m.child=ch; ch(1); m.attach_mock(Mock(),'att'); m.att(2); print(m.mock_calls); m2=Mock(name='named'); m.n2=m2; m2(3); print(m.mock_calls,c(repr(m2)))
w=Mock(wraps=[1,2,3]); t(w.index,2); t(w.count,1); print(w.mock_calls); r=Mock(wraps=lambda x:x+1); t(r,1)
del m.gone; t(lambda: m.gone); n=NonCallableMock(); t(lambda: n()); s=Mock(); s.a.b=1; seal(s); t(lambda: s.c); print(s.a.b)
am=AsyncMock(return_value=7)
async def run(): return await am(1)
try: run().send(None)
except StopIteration as e: print(e.value,am.call_args,am.await_count); am.assert_awaited_once_with(1)
print(m.call_args, [x for x in dir(Mock()) if x.startswith('assert')])
