def args(a, b=2, /, c=3, *d, e, f=6, **g): return (a,b,c,d,e,f,g)
print(args(1, e=5), args(1,2,3,4,5,e=6,z=1), args(*[1,2], **{'e':1,'a':7}))
for call in ('args()', 'args(1)', 'args(1,e=1,b=2)', 'args(1,2,3,c=4,e=1)', 'args(1,e=2,e=3)', '(lambda x: 1)()', '(lambda x: 1)(1,2)', '(lambda: 1)(1)', '(lambda *, k: 1)()','(lambda x,y=1: 1)(1,2,3)','(lambda a,b,c: 1)(1)', '(lambda a: 1)(b=1)', '(lambda a: 1)(1, a=1)', '(lambda a,/: 1)(a=1)'):
    try: print(eval(call))
    except (TypeError, SyntaxError) as x: print(type(x).__name__, x)
