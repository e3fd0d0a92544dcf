# Shows what a call or a text gives; statements as functions; an object with __index__.
import array
import io
import sys
from array import array as A

def show(label, f):
    try:
        print(label, '->', repr(f())[:300])
    except Exception as error:
        print(label, '->', type(error).__name__, error)

def del_(a, k): del a[k]
def set_(a, k, v): a[k] = v
def iadd(a, b): a += b; return a
def imul(a, b): a *= b; return a


def t(text):
    """Shows what the text gives in the namespace of the test."""
    try:
        print(text, '->', repr(eval(text, sys._getframe(1).f_globals)))
    except Exception as error:
        print(text, '->', type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value
