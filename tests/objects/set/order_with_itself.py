# The order of what comes of a set and itself, or an empty one, and of other operations, after items were discarded.
import random
def mk(seed):
    r=random.Random(seed); s=set()
    for i in range(26): s.add(r.randrange(300))
    for i in range(8): s.discard(r.randrange(300))
    return s
def show(n,f):
    for k in range(2):
        s=mk(k)
        try: x=f(s)
        except Exception as e: x=e
        print(n,k,list(x) if isinstance(x,(set,frozenset)) else x, list(s))
def ip(op):
    def f(s): 
        d={'s':s}; exec('s %s s'%op,d); return d['s']
    return f
for n,f in [('|',lambda s:s|s),('&',lambda s:s&s),('-',lambda s:s-s),('^',lambda s:s^s),('|=',ip('|=')),('&=',ip('&=')),('-=',ip('-=')),('^=',ip('^=')),('u',lambda s:s.union(s)),('u2',lambda s:s.union(s,[1],s)),('i',lambda s:s.intersection(s)),('i2',lambda s:s.intersection(s,s)),('i0',lambda s:s.intersection()),('d',lambda s:s.difference(s)),('d0',lambda s:s.difference()),('sd',lambda s:s.symmetric_difference(s)),('up',lambda s:s.update(s)),('up2',lambda s:s.update(s,[5],s)),('iu',lambda s:s.intersection_update(s)),('iu0',lambda s:s.intersection_update()),('du',lambda s:s.difference_update(s)),('su',lambda s:s.symmetric_difference_update(s)),
 ('fz|',lambda s:frozenset(s)|s),('fz&',lambda s:frozenset(s)&s),('fz2',lambda s:(lambda z:z|z)(frozenset(s))),('fzc',lambda s:frozenset(s).copy()),('fs',lambda s:set(frozenset(s))),('|e',lambda s:s|set()),('e|',lambda s:set()|s),('e|2',lambda s:set([1])|s),('&e',lambda s:s&set(list(s))),('-e',lambda s:s-set()),('^e',lambda s:s^set()),('e^',lambda s:set()^s),('keys',lambda s:s|dict.fromkeys(s).keys()),('d1',lambda s:s-{min(s)}),('dd',lambda s:s-dict.fromkeys(list(s)[:5]).keys()),('d dict',lambda s:s.difference(dict.fromkeys(list(s)[:5]))),('u dict',lambda s:s.union(dict.fromkeys(range(50)))),('set dict',lambda s:set(dict.fromkeys(s))),('i dict',lambda s:s.intersection(dict.fromkeys(range(200)))),('fz self',lambda s:frozenset(s)-s)]:
    show(n,f)
