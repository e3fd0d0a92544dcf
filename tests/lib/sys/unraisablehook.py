# sys.unraisablehook sees what cannot be raised; its own errors are shown, and the program goes on.
import gc
import re
import sys
import weakref


class Output:
    def write(self, text):
        print(re.sub('0x[0-9a-f]+', 'ADDRESS', text), end='')

    def flush(self):
        pass


sys.stderr = Output()


class Fails:
    def __del__(self):
        raise ValueError('deleted')


def drop():
    Fails()
    gc.collect()


def hook(unraisable):
    print(type(unraisable).__name__, unraisable.exc_type, unraisable.exc_value, unraisable.exc_traceback is not None,
          re.sub('0x[0-9a-f]+', 'ADDRESS', unraisable.err_msg), unraisable.object, len(unraisable))


drop()
sys.unraisablehook = hook
drop()
sys.unraisablehook = lambda unraisable: [][0]
drop()
sys.unraisablehook = sys.__unraisablehook__
drop()
try:
    sys.unraisablehook(5)
except TypeError as e:
    print(e)
sys.excepthook(None, None, None)
try:
    compile('x x', 'f', 'exec')
except SyntaxError as e:
    print(e.args)
