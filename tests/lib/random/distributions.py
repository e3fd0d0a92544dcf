import random as R

R.seed(1)
l=list(range(10)); R.shuffle(l); print(l, R.sample(range(100), 5), R.sample(range(1000), 30), R.sample('abc', 3), R.choices('abc', k=5), R.choices([1,2,3], weights=[1,5,2], k=6), R.choices([1,2],cum_weights=[1,9],k=5), R.sample(['x','y'], counts=[3,4], k=5))
print(R.uniform(1,5), R.triangular(), R.triangular(1,5,2), R.gauss(), R.gauss(5,2), R.gauss(), R.normalvariate(), R.normalvariate(3,.5), R.lognormvariate(0,1), R.expovariate(), R.expovariate(3), R.vonmisesvariate(0,1), R.vonmisesvariate(1,0), R.gammavariate(2,3), R.gammavariate(.5,1), R.gammavariate(1,1), R.betavariate(2,3), R.paretovariate(2), R.weibullvariate(1,2), R.binomialvariate(10,.3), R.binomialvariate(100,.4), R.binomialvariate(1,.5), R.binomialvariate(), R.binomialvariate(50, .9), R.randbytes(7), R.randbytes(0))
st=R.getstate(); a=[R.random() for _ in range(3)]; R.setstate(st); print(a==[R.random() for _ in range(3)], st[0], len(st[1]), st[2], st[1][:3], st[1][-1])
import random
r1=random.Random(5); r2=random.Random(5); print(r1.random()==r2.random(), r1.random(), random.Random('x').random(), type(r1), random.Random.__mro__[1:] )
