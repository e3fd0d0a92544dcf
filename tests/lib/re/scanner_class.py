# re.Scanner, and weak references to patterns.
import re
import weakref
scanner = re.Scanner([
    (r'[a-zA-Z_]\w*', lambda scanner, token: ('name', token)),
    (r'(\d+)\.(\d*)', lambda scanner, token: float(token)),
    (r'\d+', lambda scanner, token: (int(token), scanner.match.start())),
    (r'=|\+|-|\*|/', lambda scanner, token: 'op' + token),
    (r';', 'semicolon'),
    (r'\s+', None)])
print(scanner.scan('sum = 3*foo + 312.50+bar;'))
print(scanner.scan('a ? b'))
print(scanner.scan(''))
pattern = re.compile('x')
print(weakref.ref(pattern)() is pattern)
try:
    weakref.ref(pattern.match('x'))
except TypeError as error:
    print(error)
