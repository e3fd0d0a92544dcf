# Shows what a call gives; something to be referred to.

def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import weakref, gc
from weakref import *
class A:
    def __init__(s,v=0): s.v=v
    def m(s): return s.v
    def __repr__(s): return f'A{s.v}'
