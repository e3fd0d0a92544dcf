type T = int | str; print(T, T.__value__)
def gen1[X](a: X) -> X: return a
print(gen1(1), gen1.__type_params__, gen1.__annotations__)
class G[Y]: 
    z: int = 5
print(G.__annotations__, G[int])
print((lambda: (yield))().__class__.__name__)
print(sorted([3,1,2], key=lambda x: -x), min('b','a'), max([1,5,2]), sum([1,2.5]), any([0,1]), all([]))
