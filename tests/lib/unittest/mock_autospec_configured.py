# create_autospec() configures what it makes, its return value too.
from unittest.mock import DEFAULT, create_autospec


class Something:
    size = 3

    def meth(self, a): pass


made = create_autospec(Something, **{'return_value.meth.side_effect': [ValueError('first'), DEFAULT],
                                     'return_value.meth.return_value': 'value', 'meth.return_value': 5, 'size': 7})
try:
    made().meth(a=1)
except ValueError as error:
    print(error)
print(made().meth(a=2), made.size, made().size is made.size)
try:
    made().meth()
except TypeError as error:
    print(error)
other = create_autospec(Something, return_value=4)
print(other(), create_autospec(Something, instance=True, **{'meth.return_value': 8}).meth(1))
