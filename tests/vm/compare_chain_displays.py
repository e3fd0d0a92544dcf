# Chains of comparisons with displays in the middle.
print(1 in [1] in [[1]])
x=[1]; y=[[1]]
print(1 in x in y)
print(1 in x == x)
print(1 in [1] == [1])
print(2 > 1 in [1])
print(1 in (1,) in ((1,),), 1 not in [2] in [[2]], 'a' in 'ab' in ['ab'], 1 in {1} in [{1}])
def f(a,b,c): return a in b in c, a is b is c, a in b not in c, a == b in c
print(f(1,[1],[[1]]))
print(not 1 in [1], not 1 in [2], not [1] in [[1]], not 1 in {1})
