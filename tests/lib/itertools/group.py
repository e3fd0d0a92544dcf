# groupby, pairwise, tee; errors that come from the iterable.
from shared import show
from itertools import *
import copy
L = list
show(lambda: [(k,L(g)) for k,g in groupby('aaabbca')])
show(lambda: [(k,L(g)) for k,g in groupby([1,3,2,4],key=lambda x:x%2)])
show(lambda: [(k,L(g)) for k,g in groupby([1,3,2,4],lambda x:x%2)])
show(lambda: [(k,L(g)) for k,g in groupby([1,3,2,4],None)])
show(lambda: groupby())
show(lambda: groupby(3))
def f():
    gs=[g for k,g in groupby('aab')]
    return [L(g) for g in gs]
show(f)
def f():
    g=groupby('aabb'); k,a=next(g); print(next(a)); k2,b=next(g); print(k2); return L(a),L(b)
show(f)
show(lambda: L(pairwise('abcd')))
show(lambda: L(pairwise('a')))
show(lambda: pairwise())
show(lambda: pairwise(3))
a,b=tee('abc'); show(lambda:(next(a),L(b),L(a)))
show(lambda: tee('abc',0))
show(lambda: tee('abc',-1))
show(lambda: tee(3))
show(lambda: tee('abc','x'))
show(lambda: tee('abc',n=2))
show(lambda: tee())
a,=tee('abc',1); next(a)
import copy
b=copy.copy(a); show(lambda:(L(a),L(b)))
c,d=tee(a); show(lambda: (L(c), type(c)))
show(lambda: type(a)())
def gen():
    yield 1
    raise ValueError('boom')
show(lambda: L(chain(gen(),[1])))
show(lambda: L(zip_longest(gen(),[1,2,3])))
show(lambda: L(accumulate(gen())))
show(lambda: L(batched(gen(),2)))
show(lambda: L(cycle(gen())))
show(lambda: L(pairwise(gen())))
show(lambda: L(islice(gen(),5)))
show(lambda: L(groupby(gen())))
show(lambda: L(product(gen())))
show(lambda: len(L(product(range(10),repeat=3))))
show(lambda: len(L(permutations(range(6)))))
show(lambda: len(L(combinations(range(12),6))))
