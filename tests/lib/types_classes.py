# types: making classes, DynamicClassAttribute, coroutine.
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)

from types import *
show(lambda: SimpleNamespace(a=1,b='x'))
show(lambda: SimpleNamespace({'a':1}))
show(lambda: SimpleNamespace(1))
show(lambda: MappingProxyType({'a':1}))
show(lambda: ModuleType('m','doc').__doc__)
show(lambda: ModuleType('m'))
show(lambda: MethodType(len,[1])())
def f(): pass
show(lambda: FunctionType(f.__code__,{})())
show(lambda: FunctionType(f.__code__,{},'nm',(1,)).__name__)
show(lambda: new_class('A',(int,),{},lambda ns: ns.update(x=3)).x)
show(lambda: new_class('A'))
class M(type):
    @classmethod
    def __prepare__(m,n,b,**k): return {'prep':k}
    def __new__(m,n,b,ns,**k): return super().__new__(m,n,b,dict(ns))
    def __init__(s,*a,**k): pass
show(lambda: new_class('B',(),{'metaclass':M,'z':1}).prep)
show(lambda: prepare_class('B',(),{'metaclass':M,'z':1}))
show(lambda: prepare_class('B',(int,)))
show(lambda: new_class('C',(int,str)))
show(lambda: resolve_bases((int,)))
class MR:
    def __mro_entries__(s,b): return (int,)
show(lambda: resolve_bases((MR(),str)))
class MR2:
    def __mro_entries__(s,b): return 3
show(lambda: resolve_bases((MR2(),str)))
show(lambda: new_class('D',(MR(),)).__bases__)
show(lambda: new_class('D',(list[int],)).__orig_bases__)
show(lambda: get_original_bases(new_class('D',(list[int],))))
show(lambda: get_original_bases(int))
show(lambda: get_original_bases(3))
class A:
    @DynamicClassAttribute
    def x(self): return 1
show(lambda: A().x)
show(lambda: A.x)
show(lambda: setattr(A(),'x',1))
show(lambda: delattr(A(),'x'))
show(lambda: coroutine(3))
@coroutine
def g():
    yield 1
    return 5
async def h(): return await g()
show(lambda: h().send(None))
@coroutine
def nog(): return iter([1])
show(lambda: type(nog()))
show(lambda: coroutine(h) is h)
show(lambda: isinstance(f,FunctionType))
show(lambda: isinstance(g(),GeneratorType))
show(lambda: LambdaType is FunctionType)
show(lambda: isinstance(None,NoneType))
show(lambda: GenericAlias(list,(int,)))
show(lambda: UnionType)
show(lambda: CellType(3).cell_contents)
