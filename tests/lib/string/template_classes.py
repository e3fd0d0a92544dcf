import string
from string import Template, Formatter
def t(f):
    try: print('->',repr(f()))
    except BaseException as e: print('!!',type(e).__name__,e)
for s in ('$a $b','${a}b $$ $','$a\n$1','$','$$','${','${}','${a','$é','$A','$_x','','x\n\n $ y','${1}','$a$b$a','$a.b'):
    T=Template(s)
    t(lambda:T.substitute(a=1,b=2)); t(lambda:T.safe_substitute(a=1)); t(lambda:T.substitute({'a':'x'})); t(T.is_valid); t(T.get_identifiers); t(lambda:T.safe_substitute({'a':'x'},a='y'))
class D(Template): delimiter='%%'
t(lambda: D('%%a %%{b} %%%% $a').substitute(a=1,b=2))
class I(Template): idpattern='[a-z]+-[a-z]+'
t(lambda: I('$a-b $A-B $ab').safe_substitute({'a-b':1}))
class B(Template): braceidpattern='[0-9]+'
t(lambda: B('$a ${1} ${a}').safe_substitute({'a':1,'1':'one'}))
class P(Template):
    pattern=r'\[(?:(?P<escaped>\[)|(?P<named>[a-z]+)\]|(?P<braced>zz)|(?P<invalid>))'
t(lambda: P('[a] [[ [b]').safe_substitute(a=1)); t(lambda: P('[1').substitute())
class F(Template): flags=0
t(lambda: F('$a $A').safe_substitute(a=1,A=2))
print(Template('x').template, Template.delimiter, Template.idpattern, Template.braceidpattern, Template.flags, Template.pattern.pattern==Template.pattern.pattern, Template.pattern.groupindex)
f=Formatter()
for a in (('{} {}',1,2),('{0} {1}',1,2),('{a} {b!r:>5}',),('{0} {}',1,2),('{} {0}',1,2),('{x}',),('{0.real} {0[1]}' ,[1,2]),('{:{}}',5,'>4'),('{!z}',1),('{',),('}',),('{0!}',1),('{a.b.c[d]}',),('{:{:{}}}',1,2,3),('{:.2f}',3.14159),('{{}}',),('{0[a b]}',{'a b':5}),('{!s:^7}','x'),('{:d}','x')):
    t(lambda: f.format(*a,a='A',b='B'))
class U(Formatter):
    def check_unused_args(self,used,args,kw): print(sorted(map(str,used)),args,kw)
    def get_value(self,k,a,kw): return kw.get(k,f'<{k}>') if isinstance(k,str) else super().get_value(k,a,kw)
    def convert_field(self,v,c): return v.upper() if c=='u' else super().convert_field(v,c)
    def format_field(self,v,s): return super().format_field(v,s)+'.'
t(lambda: U().format('{a} {zz} {0!u:>5}','q',a=1))
t(lambda: f.format()); t(lambda: list(f.parse('a{b!r:c{d}}e{{}}'))); t(lambda: f.vformat('{0}{a}',(1,),{'a':2})); t(lambda: f.get_field('0.real',(1,),{}))
print(string.capwords('  hello   wORLD '),string.capwords('a-b-c','-'),string.ascii_letters,string.digits,string.hexdigits,string.octdigits,repr(string.whitespace),string.punctuation,repr(string.printable))
from string.templatelib import Template as TT, Interpolation
n=5; q='w'
t_=t'a{n!r:>{n}}b{q}'
print(type(t_),t_.strings,t_.values,[ (i.value,i.expression,i.conversion,i.format_spec) for i in t_.interpolations],list(t_),repr(t_))
