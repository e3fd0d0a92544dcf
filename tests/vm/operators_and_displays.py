x = 1
print(1 < 2 < 3, 1 < 2 > 5, not 1, 1 if 0 else 2, [] or 'e', 0 and 1)
print(10**20, -7 // 2, -7 % 3, 7 // -2, 2**-1, 1e3, 0x_ff, 1_000, 5 @ 1 if 0 else 'm')
del x
try: x
except NameError as e: print(e)
global_var = 1
def gg():
    global global_var; global_var = 2
gg(); print(global_var)
print([*range(3), *'ab'], {**{'a':1}, 'b':2}, (*[1],))
assert True, 'no'
try: assert 0, 'msg'
except AssertionError as e: print(e)
import sys, sys as s; print(s is sys)
