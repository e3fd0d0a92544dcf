import shlex,linecache,io
def t(f,*a,**k):
    try: print(a,k,'->',f(*a,**k))
    except BaseException as e: print(a,'!!',type(e).__name__,e)
for s in ('a b c','a "b c" d',"a 'b c' d",'a\\ b','"a\\"b"',"'a\\'b'",'a"b"c','""',"''",'a ""','"abc','a\\','# c','a # c','a#b','foo;bar','a|b>c','-x --y=z','\\"','"\\n"','a\tb\nc','é ü','$HOME `x`','"a" "b"','x="1 2"','a\\\nb','','  ','"a\'b"',"it's"):
    for kw in ({},{'posix':False},{'comments':True}): t(shlex.split,s,**kw)
    for kw in ({},{'posix':True},{'punctuation_chars':True},{'punctuation_chars':True,'posix':True},{'punctuation_chars':'|'}):
        t(lambda s,**k: list(shlex.shlex(s,**k)),s,**kw)
for s in ('abc','a b',"it's",'','a"b','$x','é','a-b_c.d/e:f@g%h+i=j,k','*','a\nb','~'): t(shlex.quote,s)
t(shlex.quote,5); t(shlex.join,['a','b c',"d'e"]); t(shlex.split,None); t(shlex.split,5)
l=shlex.shlex('a b'); l.push_token('z'); print(l.get_token(),l.get_token(),l.lineno,l.error_leader(),l.eof,repr(l.get_token()),repr(l.get_token()))
l=shlex.shlex('a,b.c/d',posix=True); l.whitespace+=','; l.whitespace_split=True; print(list(l))
l=shlex.shlex('~/a && b || c; d >"f"',punctuation_chars=True,posix=True); l.whitespace_split=True; print(list(l))
print(repr(linecache.getline(__file__,1)),repr(linecache.getline(__file__,9999)),repr(linecache.getline('/nonexist',1)),len(linecache.getlines(__file__))>5); linecache.checkcache(); linecache.clearcache(); print(linecache.cache)
