# singledispatch and singledispatchmethod.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

from functools import *
@singledispatch
def f(x): return 'base'
show(lambda: f.register(3))
show(lambda: f.register('x'))
def g(x): pass
def g(x:3): pass
def g(x:list[int]): pass
def g(x:int|list[int]): pass
show(lambda: f.register(list[int]))
show(lambda: f.register(list[int], g))
show(lambda: f())
show(lambda: f(3)+f('s')+f(2.))
show(lambda: f.register(int, 4))
show(lambda: singledispatchmethod(3))
class A:
    @singledispatchmethod
    def m(self, x): return 'm'
    @m.register
    def _(self, x: int): return 'int'
    @m.register(list)
    def _(self, x): return 'list'
    @singledispatchmethod
    @classmethod
    def c(cls, x): return 'c'
    @c.register
    @classmethod
    def _(cls, x:int): return cls
show(lambda:A.m)
show(lambda:A.__dict__['m'])
show(lambda:A().m())
show(lambda:A().m(3)+A().m([])+A().m(''))
show(lambda:A.c(3))
show(lambda:A.c(''))
show(lambda:A().m.__name__)
