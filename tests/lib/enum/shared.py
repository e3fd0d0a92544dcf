# Prints what an expression gives, or what a text leaves in `r`.
from enum import *

def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


def mk(source):
    namespace = {"t": t, "__name__": "__main__"}
    try:
        exec("from enum import *\n" + source, namespace)
        print("ok", namespace.get("r"))
    except BaseException as e:
        print(type(e).__name__, e)
