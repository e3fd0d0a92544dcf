# What sys.unraisablehook is told of exceptions that no statement raised, and of those in __del__ and generators.
import gc
import sys
import types

def hook(args):
    print(args.exc_type.__name__, args.exc_value, '|', args.err_msg.split(' at 0x')[0], '|', args.exc_traceback is not None, args.object)
sys.unraisablehook = hook

def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
def failing():
    try:
        yield
    finally:
        raise KeyError('end')
def drop(make):
    g = make()
    next(g)
drop(stubborn), gc.collect()
drop(failing), gc.collect()
class Deleted:
    def __del__(self):
        raise ValueError('deleted')
def delete():
    Deleted()
delete(), gc.collect()

try:
    1 / 0
except ZeroDivisionError as e:
    made = types.TracebackType(None, e.__traceback__.tb_frame, 7, 9)
    print(made.tb_lasti, made.tb_lineno)
names = {'type': type, '__builtins__': {'None': None}}
exec('def f(): pass\ng = type(f)(f.__code__, {})', names)
print(names['f'].__builtins__, names['g'].__builtins__)
