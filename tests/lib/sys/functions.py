def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import builtins
import sys

print(sys.intern('abc') is sys.intern('ab' + 'c'))
show('intern', lambda: sys.intern(5))


class Text(str):
    pass


show('intern', lambda: sys.intern(Text('x')))
for limit in 0, -1, 'a', 2**40, 1:
    show(f'limit {limit!r}', lambda: sys.setrecursionlimit(limit) if limit != 1 else None)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exc_info()[:2], sys.exc_info()[2] is e.__traceback__, sys.exception() is e)
print(sys.exc_info(), sys.exception())
print(sys.get_int_max_str_digits(), sys.set_int_max_str_digits(1000), sys.get_int_max_str_digits())
show('digits', lambda: len(str(10**1500)))
for digits in 5, 'a', -1:
    show(f'{digits!r}', lambda: sys.set_int_max_str_digits(digits))
sys.set_int_max_str_digits(0)
show('digits', lambda: len(str(10**5000)))


class Sized:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


for size in 100, 'a', -1:
    show(f'size {size!r}', lambda: sys.getsizeof(Sized(size)) - 100)
show('size', lambda: sys.getsizeof(Sized('a'), 7))
sys.displayhook(5)
sys.displayhook(None)
print(builtins._)
show('audit', lambda: sys.audit('x', 1))
show('audit', lambda: sys.audit())
for arguments in (), (3,), ('text',), (1, 2):
    try:
        sys.exit(*arguments)
    except SystemExit as e:
        print(repr(e), e.code)
    except TypeError as e:
        print(e)
print(sys.gettrace(), sys.getprofile(), sys.settrace(None))
