# Every type, function and method that is built in says what it is.
import builtins
import sys

KINDS = ('builtin_function_or_method', 'method_descriptor', 'wrapper_descriptor', 'classmethod_descriptor')
seen = set()


def look(name, thing):
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if type(thing).__name__ in KINDS or isinstance(thing, type) and '__firstlineno__' not in vars(thing):
        if not (thing.__doc__ or '').strip() and name not in ('zlib.error', 'zlib.ZlibError'):
            print('no text:', name)
    if isinstance(thing, type) and not (issubclass(thing, tuple) and hasattr(thing, 'n_fields')):
        for key, value in vars(thing).items():
            if isinstance(value, type) or type(value).__name__ in KINDS:
                look(f'{name}.{key}', value)


for module in ('array', 'binascii', 'builtins', 'errno', 'gc', 'itertools', 'math', 'operator', 'posix', 'struct', 'sys', 'time'):
    module = __import__(module)
    if not module.__doc__:
        print('no text:', module)
    for key, value in vars(module).items():
        look(f'{module.__name__}.{key}', value)
for thing in (iter([]), iter(()), iter({}), iter({1}), iter(''), iter('é'), iter(b''), iter(bytearray()), iter(range(3)), iter(range(2**70)),
              reversed([]), {}.keys(), {}.values(), {}.items(), iter(memoryview(b'')), look.__code__, look, sys._getframe(), type.__dict__,
              list[int], int | str, iter(int, 1), [].append, [].__len__, None, ..., NotImplemented, sys.float_info, look.__get__(1)):
    look(type(thing).__name__, type(thing))
print('done')
