# Shows what a call or a text gives; statements as functions; an object with __index__.
import array
import io
import sys
from array import array as A

sys.path.insert(1, '../..')
from asking import Index, t

def show(label, f):
    try:
        print(label, '->', repr(f())[:300])
    except Exception as error:
        print(label, '->', type(error).__name__, error)

def del_(a, k): del a[k]
def set_(a, k, v): a[k] = v
def iadd(a, b): a += b; return a
def imul(a, b): a *= b; return a
