# Signatures, kinds, members, documentation and sources.
import inspect, functools, types, sys, typing
from typing import *
def t(f,*a,**k):
    try: print('->',f(*a,**k))
    except BaseException as e: print('!!',type(e).__name__,e)
def f0(): pass
def f1(a,b=1,/,c=2,*args,d,e=5,**kw)->int: 'doc'
def f2(x:int,y:'str'="q",*,z:Optional[int]=None,w:list[int]=[])->Dict[str,int]: pass
async def co(a): pass
def ge(): yield 1
async def ag(): yield 1
class A:
    """A doc

       indented
         more
    """
    attr=5
    def __init__(self,a,b=2,*c,**d): pass
    def m(self,x): "m doc"
    @staticmethod
    def s(x,y=1): pass
    @classmethod
    def c(cls,z): pass
    @property
    def p(self): "prop doc"; return 1
    def __call__(self,q): pass
class B(A):
    def m(self,x): pass
class N:
    def __new__(cls,x): return object.__new__(cls)
class E: pass
class M(type):
    def __call__(cls,zz): return 1
class WM(metaclass=M): pass
import dataclasses,enum,collections
@dataclasses.dataclass
class DC: x:int; y:str='a'; z:list=dataclasses.field(default_factory=list)
class En(enum.Enum): A=1
NT=collections.namedtuple('NT','a b',defaults=[3])
def deco(g):
    @functools.wraps(g)
    def w(*a,**k): return g(*a,**k)
    return w
@deco
def wrapped(a,b): pass
a=A(1)
for o in (f0,f1,f2,co,ge,A,A.m,A.s,N,WM,wrapped,functools.partial(f1,1,d=4),functools.partial(f2,y='z'),lambda x,*y:0,B.m,DC.__init__,functools.partial(wrapped,b=1),dict.get,isinstance,5,'s'):
    t(inspect.signature,o)
t(inspect.signature,DC); t(inspect.signature,wrapped,follow_wrapped=False)
s=inspect.signature(f1); print(s.parameters,s.return_annotation,list(s.parameters),s.parameters['a'].kind,s.parameters['d'].kind.name,s.parameters['args'].kind.description,[str(p.kind) for p in s.parameters.values()],s.parameters['b'].default,s.parameters['a'].default,s.parameters['a'].annotation is inspect.Parameter.empty,repr(s),str(s.parameters['kw']),repr(s.parameters['c']),s.empty)
for args,kw in (((1,),{'d':2}),((1,2,3,4,5),{'d':6,'x':7}),((),{}),((1,),{}),((1,),{'d':1,'a':5}),((1,),{'d':1,'b':5}),((1,2,3),{'c':1,'d':2})):
    try:
        b=s.bind(*args,**kw); print(b,b.args,b.kwargs,b.arguments); b.apply_defaults(); print(b,b.args,b.kwargs)
    except TypeError as e: print(e)
s2=inspect.signature(f2)
for args,kw in (((1,),{'z':1}),((),{'x':1}),((1,2,3),{}),((1,),{'x':2}),((),{'q':1}),((),{})):
    t(s2.bind,*args,**kw); t(s2.bind_partial,*args,**kw)
print(s==inspect.signature(f1),s==s2,hash(s2.replace(parameters=[]))==hash(inspect.Signature(return_annotation=s2.return_annotation)),s2.replace(return_annotation=int),s.parameters['b'].replace(default=9),s.parameters['b']==s.parameters['b'].replace())
P=inspect.Parameter
t(P,'a',7); t(P,'1a',P.POSITIONAL_ONLY); t(P,'a',P.VAR_POSITIONAL,default=1); t(P,5,P.KEYWORD_ONLY); t(P,'if',P.KEYWORD_ONLY); t(inspect.Signature,[P('a',P.KEYWORD_ONLY),P('b',P.POSITIONAL_ONLY)]); t(inspect.Signature,[P('a',1),P('a',1)]); t(inspect.Signature,[P('a',1,default=1),P('b',1)]); print(inspect.Signature([P('a',P.POSITIONAL_ONLY),P('b',P.KEYWORD_ONLY,default=1,annotation=int)],return_annotation='X'))
print(s.format(max_width=20)); print(inspect.Signature.from_callable(f0),inspect.getfullargspec(f1),inspect.getfullargspec(f2),inspect.getfullargspec(a.m)); t(inspect.getfullargspec,5)
for fn in ('ismodule','isclass','ismethod','isfunction','isbuiltin','isroutine','isgenerator','isgeneratorfunction','iscoroutine','iscoroutinefunction','isasyncgen','isasyncgenfunction','isawaitable','istraceback','isframe','iscode','isabstract','ismethoddescriptor','isdatadescriptor','isgetsetdescriptor','ismemberdescriptor','ismethodwrapper'):
    print(fn,[int(getattr(inspect,fn)(o)) for o in (sys,A,A.m,f0,len,[].append,str.join,ge(),ge,co,ag,ag(),A.__dict__['p'],A.__dict__['s'],A.__dict__['c'],f0.__code__,sys._getframe(),int.real,functools.partial(co),functools.partial(ge),lambda:0,(1).__add__,int.__add__,types.FunctionType.__code__,a,5)])
c=co(1); print(inspect.iscoroutine(c),inspect.isawaitable(c),inspect.getcoroutinestate(c)); c.close(); print(inspect.getcoroutinestate(c))
g=ge(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g),inspect.getgeneratorlocals(g)); g.close(); print(inspect.getgeneratorstate(g))
print([n for n,v in inspect.getmembers(a) if not n.startswith('__')],[n for n,v in inspect.getmembers(A,inspect.isfunction)],[n for n,v in inspect.getmembers(a,inspect.ismethod)],[n for n,_ in inspect.getmembers(A,lambda o:isinstance(o,property))],inspect.getmembers(En,lambda x:isinstance(x,En)))
print(repr(inspect.getdoc(A)),inspect.getdoc(a.m),inspect.getdoc(B.m),inspect.getdoc(B().m) if 0 else inspect.getdoc(B),inspect.getdoc(A.p),inspect.getdoc(E),inspect.getdoc(f0),repr(inspect.cleandoc('  a\n    b\n      c\n\n')),repr(inspect.cleandoc('\n\n  x\n')))
print(inspect.getsource(f1),inspect.getsource(deco),inspect.getsource(A),inspect.getsource(A.s),inspect.getsource(wrapped),inspect.getsource(DC),sep='|\n'); print(inspect.getsourcelines(A.m),inspect.getsourcefile(f0)==__file__,inspect.getfile(A)==__file__,inspect.getmodule(f0).__name__,inspect.getmodulename('/a/b.py'))
lam=lambda x: x+1
print(inspect.getsource(lam)); t(inspect.getsource,len); t(inspect.getfile,5); t(inspect.getfile,int)
def outer():
    x=1; y=2
    def inner(): return x+len([y])+undefined_name+sys.maxsize
    return inner
cv=inspect.getclosurevars(outer()); print(cv.nonlocals,sorted(cv.globals),sorted(cv.builtins),sorted(cv.unbound))
def who():
    fr=inspect.currentframe(); st=inspect.stack(); return fr.f_code.co_name,st[0].function,st[1].function,st[1].lineno>0,st[0].code_context,st[0].index,inspect.getframeinfo(fr).function,inspect.getargvalues(fr).args
print(who()); print(inspect.getmro(B),inspect.unwrap(wrapped).__name__,inspect.isabstract(collections.abc.Mapping) if hasattr(collections,'abc') else '',inspect.getattr_static(a,'p').__class__,inspect.getattr_static(A,'attr'),inspect.getattr_static(a,'zz','dflt'))
t(inspect.getattr_static,a,'zz')
try: 1/0
except ZeroDivisionError: print([x.function for x in inspect.trace()],inspect.trace()[0].lineno>0)
print(inspect.formatannotation(List[int]),inspect.formatannotation(int),inspect.formatannotation('x'),inspect.formatannotation(A),inspect.get_annotations(f2),inspect.CO_VARARGS,inspect._empty if 0 else '',inspect.Parameter.POSITIONAL_ONLY<inspect.Parameter.KEYWORD_ONLY)
# a comment
# two
def commented(): pass
print(repr(inspect.getcomments(commented)))
class Cb:
    __signature__=inspect.Signature([P('q',1)])
print(inspect.signature(Cb))
class PM:
    def m(self,a,b): pass
    pm=functools.partialmethod(m,1)
t(inspect.signature,PM.pm); t(inspect.signature,PM().pm)
print([x[:2] for x in inspect.classify_class_attrs(B) if not x.name.startswith('__')])
