# What a slice says of itself is asked for once more when what is assigned to a bytearray is none.
class I:
    def __init__(s,*v): s.v=list(v); s.n=0
    def __index__(s):
        s.n+=1
        return s.v.pop(0)
def t(f):
    b=bytearray(b'abcdefghij'); 
    try: f(b); print(b)
    except Exception as e: print(type(e).__name__, e, b)
for val in (b'zz', bytearray(b'zz'), [90,90], memoryview(b'zz'), (x for x in b'zz'), range(2), 'zz', 5):
    for sl in (lambda: slice(I(1,3),I(2,4)), lambda: slice(I(1,3,5),I(9,9,9),I(2,4,2))):
        s=sl()
        t(lambda b: b.__setitem__(s,val)); print(s.start.n, s.stop.n, s.step and s.step.n)
import array
a=array.array('b',b'abcdef')
s=slice(I(1,3),I(2,4))
try: a[s]=array.array('b',b'zz'); print(a)
except Exception as e: print(e)
l=list(range(6)); s=slice(I(1,3),I(2,4)); l[s]=b'zz'; print(l); s=slice(I(1,3),I(2,4)); l[s]=[9,9]; print(l)
m=memoryview(bytearray(b'abcdef')); s=slice(I(1,3),I(2,4)); m[s]=b'z'; print(bytes(m))
