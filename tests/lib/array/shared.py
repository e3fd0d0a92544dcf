# Shows what a call gives; statements as functions.

import array
import io
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
