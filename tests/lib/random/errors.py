import random
import random as R


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: R.choice([])); t(lambda: R.randrange(0)); t(lambda: R.randrange(5,3)); t(lambda: R.randint(5,3)); t(lambda: R.randrange(1,10,0)); t(lambda: R.sample([1],2)); t(lambda: R.sample({1,2},1)); t(lambda: R.choices([],k=1)); t(lambda: R.choices([1,2],[1],k=1)); t(lambda: R.choices([1],weights=[0])); t(lambda: R.getrandbits(-1)); t(lambda: R.seed([1])); t(lambda: R.randrange(1.5)); t(lambda: R.randrange(10, step=2)); t(lambda: R.sample([1,2],-1)); t(lambda: R.randint(1.5,2)); t(lambda: R.choices([1,2],[1,2],cum_weights=[1,2])); t(lambda: R.sample([1,2],counts=[1,2],k=9)); t(lambda: R.randrange(5,1,-1) in (5,4,3,2)); t(lambda: R.randrange(10,1)); t(lambda: R.binomialvariate(-1)); t(lambda: R.expovariate(0)); t(lambda: R.getrandbits(0)); t(lambda: R.randrange(5, 5, 2)); t(lambda: R.shuffle((1,2))); t(lambda: R.choices([1,2],weights=5)); t(lambda: R.choice({1:2}) if 0 else 0); t(lambda: R.randrange('a')); t(lambda: R.setstate((1,2,3)))
