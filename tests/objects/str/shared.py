# Objects whose special methods answer what they should not, and a function that shows what a call gives.

class B:
    def __bytes__(self): return 5
class D:
    def __int__(self): return 7
class D2:
    def __int__(self): return 'a'
class D3:
    def __int__(self): raise ValueError('x')
class D4:
    def __index__(self): raise TypeError('mine')
class D5:
    def __float__(self): raise TypeError('mine')
class R:
    def __repr__(self): return 5
class A:
    x=5; y=[1,{'k':'v'}]
    def __format__(self,s): return 'A<'+s+'>'
class BF:
    def __format__(self,s): return 5
class G:
    def __getitem__(self,k): return repr(k)
class Missing(dict):
    def __missing__(self,k): return 'M'+k

def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__ + ':', ascii(str(e)))
