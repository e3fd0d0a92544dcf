from unittest.mock import *
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
m = Mock(); t(lambda: m.assert_has_calls([call(1)])); m(2); t(lambda: m.assert_has_calls([call(1)])); t(lambda: m.assert_has_calls([call(1)], any_order=True)); t(lambda: m.foo.assert_has_calls([call(1),call.x()]))
def f(a): pass
g = create_autospec(f); t(lambda: g.assert_has_calls([call(1)])); t(lambda: g.assert_has_calls([call(1,2)])); g(3); t(lambda: g.assert_has_calls([call(1,2)])); t(lambda: g.assert_has_calls([call(a=3)])); t(lambda: g.assert_called_with(1,2)); t(lambda: g.assert_any_call(1,2))
t(lambda: isinstance(MagicMock(), Mock)); t(lambda: isinstance(AsyncMock(), MagicMock)); t(lambda: issubclass(NonCallableMagicMock, NonCallableMock)); t(lambda: issubclass(PropertyMock, Mock))
class K:
    def m(self, a): pass
    def n(self): pass
k = create_autospec(K); i = k(); i.m(1); t(lambda: i.assert_has_calls([call.m(a=1)])); t(lambda: i.m.assert_called_with(a=1)); t(lambda: k.mock_calls); t(lambda: k.assert_has_calls([call(), call().m(1)])); t(lambda: i.n(2)); i.m.return_value='r'; t(lambda: i.m(5)); t(lambda: i.mock_calls)
