# Functions and cells made by calling their types.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

import types
F=types.FunctionType
def f(a,b=1): return a+b
def g():
    x=5
    def h(): return x
    return h
h=g()
show(lambda:F(3,{}))
show(lambda:F(f.__code__,3))
show(lambda:F(f.__code__,{},3))
show(lambda:F(f.__code__,{},'n',3))
show(lambda:F(f.__code__,{},'n',(5,))(1))
show(lambda:F(f.__code__,{},'n',None,3))
show(lambda:F(f.__code__,{},'n',None,(types.CellType(1),)))
show(lambda:F(h.__code__,{}))
show(lambda:F(h.__code__,{},closure=()))
show(lambda:F(h.__code__,{},closure=(1,)))
show(lambda:F(h.__code__,{},closure=(types.CellType(9),))())
show(lambda:F(f.__code__,{},kwdefaults=3))
show(lambda:F(f.__code__,{},kwdefaults={'z':3}).__kwdefaults__)
show(lambda:F(f.__code__,{},argdefs=(1,2),name='q').__qualname__)
show(lambda:F(f.__code__,{'__name__':'mm'}).__module__)
show(lambda:F(f.__code__,{}).__module__)
show(lambda:types.CellType(1,2))
show(lambda:types.CellType(x=2))
show(lambda:types.CellType(2)==types.CellType(2))
show(lambda:types.CellType()<types.CellType(2))
show(lambda:hash(types.CellType(2)))
