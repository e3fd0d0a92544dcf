# Names of mocks, sealed mocks, causes of failed assertions, side effects that are no iterators, misspelled arguments, files that are closed.
import re
from unittest import mock
from unittest.mock import DEFAULT, MagicMock, Mock, call, create_autospec, mock_open, patch, seal, sentinel


def show(function):
    try:
        text = repr(function())
    except Exception as error:
        text = f'{type(error).__name__}: {error} <- {type(error.__cause__).__name__}'
    print(re.sub(r"id='\d+'", 'id', text))


def function(a, b, c=3):
    pass


for name in lambda: Mock(name='bar').bar, lambda: Mock(name='bar').foo().bam, lambda: Mock().a.b.c(), lambda: Mock(name='bar')():
    show(name)
spec = Mock(spec=function)
spec(1, 2)
show(lambda: spec.assert_called_with(e=8))
show(lambda: spec.assert_any_call(e=8))
show(lambda: spec.assert_has_calls([call(e=8)]))
show(lambda: spec.assert_called_once_with(a=1, b=2))
effect = Mock(side_effect=sentinel.effect)
show(lambda: effect.side_effect)
show(effect)
for name in '__name__', '__qualname__', '__anything__':
    show(lambda: getattr(Mock(), name))
sealed = Mock(name='sealed')
sealed.one.two().three = 4
seal(sealed)
for attribute in (lambda: sealed.more, lambda: sealed.one.more, lambda: sealed.one.two().more, lambda: sealed(),
                  lambda: sealed.one.two().three):
    show(attribute)
auto = create_autospec(function)
auto.mock.return_value = 1
show(lambda: auto(1, 2))
parent = Mock()
parent.attach_mock(auto, 'child')
auto(3, 4)
show(lambda: parent.mock_calls)
pretender = Mock()
pretender.__class__ = dict
show(lambda: isinstance(pretender, dict))
show(lambda: patch('os.getcwd', autospect=True))
show(lambda: create_autospec(function, set_spec=1))
opened = mock_open(read_data='text')
with opened('file') as handle:
    show(handle.read)
show(lambda: opened.mock_calls)
mock.FILTER_DIR = False
show(lambda: set(dir(Mock)) - set(dir(Mock())))
