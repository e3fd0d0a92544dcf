import re
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'pos',''), getattr(e,'pattern',''))
p=re.compile('(?P<n>a)(b)?'); m=p.match('ab'); n=p.match('a')
for s in ['\\', '\\1', '\\2', '\\3', '\\g', '\\g<', '\\g<>', '\\g<1', '\\g<1>', '\\g<n>', '\\g<x>', '\\g<1x>', '\\g<99>', '\\g<-1>', '\\g<é>', '\\g<²>', '\\0', '\\01', '\\012', '\\0123', '\\100', '\\377', '\\400', '\\18', '\\10', '\\n\\t\\a\\f\\r\\v\\b', '\\\\', '\\q', '\\_', '\\-x', '\\x41', '\\u0041', 'é\\1', 'a\nb\\q', '\\g<0>', '\\g<01>', '\\8', '\\9', '\\é', '\\g< 1>', '\\g<99999999999999999999>', '\\&', '\\.', '']:
    print(repr(s), end=' '); t(lambda: m.expand(s)); t(lambda: n.expand(s)); t(lambda: p.sub(s, 'xaby'))
t(lambda: m.expand(b'x')); t(lambda: m.expand(5)); t(lambda: p.sub(bytearray(b'x'),'a')); 
b=re.compile(b'(?P<n>a)(b)?')
for s in [b'\\1', b'\\g<n>', b'\\g<\xe9>', b'\\xe9', b'\\377', bytearray(b'<\\1>'), 'x', b'\\400', b'\\\xe9', 'x\\1']:
    print(repr(s), end=' '); t(lambda: b.sub(s, b'xaby')); t(lambda: b.match(b'a').expand(s))
t(lambda: b.sub(b'-', bytearray(b'a'))); t(lambda: b.sub(lambda m: bytearray(b'x'), b'a')); t(lambda: b.sub(lambda m: memoryview(b'x'), b'a')); t(lambda: b.sub(lambda m:m.group(), bytearray(b'za')))
t(lambda: p.subn('x','aaa',2)); t(lambda: p.sub('x','aaa',-1)); t(lambda: p.sub('x','aaa',count='a'))
class S(str): pass
t(lambda: type(p.sub('x', S('zzz')))); t(lambda: type(p.split(S('zzz'))[0])); t(lambda: type(p.match(S('a')).group())); t(lambda: type(re.compile('zzz').match(S('zzz')).group()))
t(lambda: p.findall('ababa')); t(lambda: re.findall('(a)|b','ab')); t(lambda: re.findall('x*','axb')); t(lambda: re.sub('x*','-','axb')); t(lambda: re.split('x*','axbc')); t(lambda: re.split('(x)|(y)','axbyc',maxsplit=1))
t(lambda: [m.span() for m in re.finditer('', 'abc')]); t(lambda: list(p.finditer('abaab', 1, 3)))
s=p.scanner('aab'); t(lambda: [s.match(), s.match(), s.match(), s.match()]); t(lambda: s.pattern); s=p.scanner('zazab'); t(lambda: [s.search(), s.search(), s.search(), s.search()]); t(lambda: [s.match()]); s=re.compile('').scanner('ab'); t(lambda: [s.match() for _ in range(5)])
t(lambda: m.__getitem__(1)); t(lambda: m.__copy__() is m); t(lambda: m.group()); t(lambda: m.group(0,1,2)); t(lambda: n.groups()); t(lambda: n.span(2)); t(lambda: n.lastindex); t(lambda: m.lastindex); t(lambda: (m.lastgroup, n.lastgroup)); t(lambda: n['n']); t(lambda: n.regs)
t(lambda: re.match('((a)(b))','ab').lastindex); t(lambda: re.match('(a)(b)','ab').lastindex); t(lambda: re.match('(?:(a)|b)*','ab').lastindex);t(lambda: re.match('((a)|b)*','ab').groups())
t(lambda: p.match('xab',-5)); t(lambda: p.match('ab',100)); t(lambda: p.match('xab',1,-1)); t(lambda: p.match('xab',1).pos); t(lambda: p.search('xab',0,100).endpos)
t(lambda: p.match('xab', 1<<70)); t(lambda: p.match('xab', 1.5))
t(lambda: len(re.compile('(a)(?P<b>b)').groupindex)); t(lambda: re.Pattern[str]); t(lambda: re.Match[str])
ba=bytearray(b'aab'); mm=re.match(b'a(a)', ba); ba[:]=b'z'; t(lambda: (mm.group(), mm.group(1), mm.span(1), mm)); 
it=re.finditer(b'a', ba2:=bytearray(b'aaa')); next(it)
t(lambda: ba2.append(1)); list(it); t(lambda: ba2.append(1))
t(lambda: re.sub(b'a', lambda m: ba2.append(1), ba2))
t(lambda: re.escape('a.b-c d\n#é_~')); t(lambda: re.escape(b'a.b\x00\xff')); t(lambda: re.escape(5)); t(lambda: re.purge()); t(lambda: re.template)
t(lambda: hash(m)==hash(m)); t(lambda: m==m.__copy__()); t(lambda: repr(re.match(b'a+', b'a'*100))); t(lambda: re.match('.*','a\n\'"\t\u1234'*20))
t(lambda: re.compile('a').match('a').re.pattern); t(lambda: bool(m)); t(lambda: m.groupdict()); t(lambda: n.groupdict('d'))
