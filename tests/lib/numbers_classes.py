import numbers
print(numbers.Number, isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(2.5, numbers.Integral), isinstance(1j, numbers.Complex), issubclass(bool, numbers.Rational), isinstance('x', numbers.Number))
