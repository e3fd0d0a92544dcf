def show(label, function):
    try:
        print(label, repr(function()))
    except Exception as e:
        print(label, type(e).__name__, e)


import sys

N = type(sys.implementation)
show(1, lambda: N(a=1, b='x'))
show(1, lambda: N({'q':1},a=2))
show(1, lambda: N([('q',1)]))
show(1, lambda: N(5))
show(1, lambda: N({1:2}))
show(1, lambda: N({},{}))
show(1, lambda: N(a=1)==N(a=1))
show(1, lambda: N(a=1)!=N(a=2))
show(1, lambda: N(a=1)=={'a':1})
show(1, lambda: N(a=1)<N(a=2))
show(1, lambda: hash(N()))
n=N(); n.self=n; show(1, lambda: n)
class S(N): pass
show(1, lambda: S(a=1))
show(1, lambda: N(a=1).__replace__(a=3,b=4))
show(1, lambda: N(a=1).__replace__(5))
show(1, lambda: N(a=1).__reduce__())
show(1, lambda: N(a=1).__dict__)
show(1, lambda: N(a=1).b)
show(1, lambda: N)
n=N(**{'a b':1}); show(1, lambda: n)
show(1, lambda: (n.__init__(c=5),n))
show(1, lambda: S.__new__(S,5))
