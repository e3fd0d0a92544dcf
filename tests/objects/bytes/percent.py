class C:
    def __repr__(self): return 'Cé'
    def __str__(self): return 'str'
class I:
    def __index__(self): return 255
class F:
    def __float__(self): return 2.5
class S(str): pass
class M:
    def __getitem__(self,k): return k

def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__ + ':', ascii(str(e)))

t(lambda: b'%s' % b'x')
t(lambda: b'%b' % b'x')
t(lambda: b'%s' % 'x')
t(lambda: b'%b' % 1)
t(lambda: b'%s' % bytearray(b'x'))
t(lambda: b'%s' % memoryview(b'xyz'))
t(lambda: b'%s' % I())
t(lambda: b'%a' % 'é')
t(lambda: b'%r' % 'é')
t(lambda: b'%d' % 5)
t(lambda: b'%d' % 'a')
t(lambda: b'%d' % 1.5)
t(lambda: b'%x' % 255)
t(lambda: b'%#X' % 255)
t(lambda: b'%c' % 65)
t(lambda: b'%c' % b'a')
t(lambda: b'%c' % bytearray(b'a'))
t(lambda: b'%c' % 'a')
t(lambda: b'%c' % 256)
t(lambda: b'%c' % -1)
t(lambda: b'%c' % b'ab')
t(lambda: b'%c' % bytearray(b'ab'))
t(lambda: b'%c' % 1.5)
t(lambda: b'%c' % I())
t(lambda: b'%(a)d' % {b'a':1})
t(lambda: b'%(a)d' % {'a':1})
t(lambda: b'%(a)s' % 1)
t(lambda: b'%s %s' % (b'a',))
t(lambda: b'%s' % (b'a',b'b'))
t(lambda: b'abc' % 1)
t(lambda: b'abc' % {})
t(lambda: b'abc' % b'x')
t(lambda: b'abc' % bytearray(b'x'))
t(lambda: b'%y' % 1)
t(lambda: b'%\xff' % 1)
t(lambda: b'%' % ())
t(lambda: b'%(a' % {b'a':1})
t(lambda: b'%5s|' % b'ab')
t(lambda: b'%-5s|' % b'ab')
t(lambda: b'%.1s|' % b'ab')
t(lambda: b'%5d|' % 3)
t(lambda: b'%.3f' % 1.5)
t(lambda: b'%f' % 'x')
t(lambda: b'%f' % F())
t(lambda: b'%x' % 1.5)
t(lambda: b'%5%|' % ())
t(lambda: bytearray(b'%d') % 5)
t(lambda: type(bytearray(b'%d') % 5))
t(lambda: b'%*d' % (5,3))
t(lambda: b'%*d' % (b'a',3))
t(lambda: b'%s' % None)
t(lambda: b'%05d' % -3)
t(lambda: b'%+d' % 3)
t(lambda: b'%i %u' % (1,2))
t(lambda: b'%e' % 1.5)
t(lambda: b'%d' % I())
t(lambda: b'%.3b|' % b'abcdef')
t(lambda: b'%d' % 10**30)
t(lambda: b'%d' % (10**30))
t(lambda: b'%99999999999999999999d' % 1)
