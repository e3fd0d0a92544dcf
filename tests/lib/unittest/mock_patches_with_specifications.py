# patch() with spec and create, calls of special methods, files read line by line, dictionaries without copy(), defaults put back.
from unittest.mock import DEFAULT, MagicMock, Mock, call, create_autospec, mock_open, patch


def show(function):
    try:
        print(function())
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


class Inner:
    def method(self):
        pass


class Outer:
    Inner = Inner

    def __init__(self, a):
        pass

    def method(self, a):
        pass


class Callable:
    def __call__(self, a):
        pass


with patch(f'{__name__}.Outer', autospec=True) as outer:
    made = outer(1)
    made.method(2)
    made.Inner().method()
    print(outer.mock_calls)
for arguments in {'spec': True}, {'spec': Inner()}, {'spec_set': ['method']}, {'spec': ('__call__',)}, {'spec': False}:
    with patch(f'{__name__}.Inner', **arguments) as inner:
        print(arguments.keys(), type(inner).__name__, type(inner.return_value).__name__ if callable(inner) else None)
for arguments in {'spec': True}, {'spec_set': True}, {'autospec': True}:
    show(lambda: patch(f'{__name__}.missing', create=True, **arguments).start())
show(lambda: patch(f'{__name__}.Inner', new=3, autospec=True).start())
instance = create_autospec(Callable)()
instance(a='a')
show(lambda: instance.assert_called_once_with('a'))
show(lambda: instance())

mock = MagicMock()
int(mock().foo['bar'])
print(mock.mock_calls == [call(), call().foo.__getitem__('bar'), call().foo.__getitem__().__int__()])
print(call.a.__int__().call_list(), call.count(1), type(divmod(5, MagicMock())).__name__)
special = Mock()
special.__int__ = Mock(return_value=3)
print(int(special), special.mock_calls, special.method_calls)
show(lambda: setattr(MagicMock(), '__setattr__', None))

opened = mock_open(read_data='one\ntwo')
print(next(opened()), list(opened()))
opened.return_value.readline.return_value = 'again'
print(next(opened()))
show(lambda: opened().missing)


class Container:
    def __init__(self, **values):
        self.values = values

    def __getitem__(self, name):
        return self.values[name]

    def __setitem__(self, name, value):
        self.values[name] = value

    def __delitem__(self, name):
        del self.values[name]

    def __iter__(self):
        return iter(self.values)


container = Container(a=1)
with patch.dict(container, b=2):
    print(container.values)
print(container.values)


def function(x=0):
    return x


with patch.object(function, '__defaults__', (1,)):
    print(function())
print(function())
