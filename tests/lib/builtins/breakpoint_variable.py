import os
import sys
import warnings


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


os.environ['PYTHONBREAKPOINT'] = '0'
attempt(breakpoint)
os.environ['PYTHONBREAKPOINT'] = 'builtins.print'
attempt(breakpoint, 'hello')
os.environ['PYTHONBREAKPOINT'] = 'len'
attempt(breakpoint, 'hello')
os.environ['PYTHONBREAKPOINT'] = 'nope.x'
warnings.simplefilter('error')
attempt(breakpoint, 'hello')
print(sys.breakpointhook == sys.__breakpointhook__)
del sys.breakpointhook
attempt(breakpoint)
