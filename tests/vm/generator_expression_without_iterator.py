# What a generator expression finds as its outermost iterator when it starts must be one.
import types

for value in (5, [7, 8], iter([3]), None, "ab", range(2)):
    g = (y for y in [1, 2])
    g.gi_frame.f_locals['.0'] = value
    made = types.FunctionType(g.gi_code, {})(value)
    for each in (g, made):
        try:
            print(list(each))
        except TypeError as e:
            print(e)
