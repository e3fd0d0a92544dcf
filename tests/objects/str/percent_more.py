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

t(lambda: '%5%|' % (1,))
t(lambda: '%-%' % 3)
t(lambda: '%(a)%' % {'a':1})
t(lambda: '%(a)5%' % {'a':1})
t(lambda: '%%' % ())
t(lambda: '%%' % 1)
t(lambda: '%%' % {})
t(lambda: '%l%' % 1)
t(lambda: '%%%s' % 1)
t(lambda: '%d' % D())
t(lambda: '%d' % D2())
t(lambda: '%d' % D3())
t(lambda: '%x' % D())
t(lambda: '%x' % D4())
t(lambda: '%d' % D4())
t(lambda: '%f' % D5())
t(lambda: '%c' % D4())
t(lambda: '%s' % R())
t(lambda: '%*d' % (10**30,1))
t(lambda: '%.*d' % (10**30,1))
t(lambda: '%.*d' % (2**31,1))
t(lambda: '%*d' % (True,1))
t(lambda: '%(a)(b)s' % {'a':{'b':1},'b':2})
t(lambda: '%#.3x' % 0)
t(lambda: '%#x' % 0)
t(lambda: '%+x' % 255)
t(lambda: '%.0d' % 0)
t(lambda: '% 05d' % 42)
t(lambda: '%+05d' % 42)
t(lambda: '%#-10x|' % 255)
t(lambda: '%#5o|' % 8)
t(lambda: '%05s|' % 'a')
t(lambda: '%05c|' % 'a')
t(lambda: '%.0f' % 2.5)
t(lambda: '%5.1f|%-8.2e|' % (2.25, 1234.5))
t(lambda: '%d' % 1e22)
t(lambda: '%d' % float('nan'))
t(lambda: '%x' % True)
t(lambda: '%s %s %s' % ('a', 1, None))
t(lambda: '%(' % {})
t(lambda: '%()' % {})
