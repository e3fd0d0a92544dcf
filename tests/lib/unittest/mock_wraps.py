# Mocks that pass calls on to what they wrap, and names that look like assertions.
from unittest.mock import DEFAULT, MagicMock, Mock, create_autospec


class Result:
    size = 5

    def get(self):
        return 'real'

    @staticmethod
    def static():
        return 'static'


def double(a):
    return a * 2


made = create_autospec(Result, wraps=Result)
made.return_value = DEFAULT
print(made().get(), made.get._mock_wraps is Result.get)
made = create_autospec(Result, instance=True, wraps=Result)
made.static.return_value = DEFAULT
print(made.static())
print(create_autospec(Result, spec_set=True, wraps=Result).get._mock_wraps)
made = create_autospec(double, wraps=double)
print(made(3), made.mock_calls)
made.return_value = 9
print(made(3))
made = Mock(wraps=double)
print(made(4), made.return_value is DEFAULT, MagicMock(wraps=[1]).return_value is DEFAULT, Mock().return_value is DEFAULT)
made.return_value = 'over'
print(made(4))
made.return_value = DEFAULT
print(made(4))

for name in ('has_calls', 'not_called', 'any_call', 'called_with', 'called_once', 'called_once_with', 'called_foo',
             'has_calls_x', 'asert_x', 'assert_x'):
    try:
        print(name, isinstance(getattr(Mock(), name), Mock))
    except AttributeError as error:
        print(error)
