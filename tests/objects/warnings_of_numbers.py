import warnings, sys
def W(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: r = f()
        except Exception as e: r = f'{type(e).__name__}: {e}'
    print(r, [(x.category.__name__, str(x.message)[:200]) for x in w])
def WE(f):
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try: r = f()
        except Exception as e: r = f'{type(e).__name__}: {e}'
    print(r)
class IS(int): pass
class FS(float): pass
class CS(complex): pass
class A:
    def __index__(s): return True
class B:
    def __int__(s): return IS(4)
class F:
    def __float__(s): return FS(2.5)
class X:
    def __complex__(s): return CS(2j)
for f in (lambda: ~True, lambda: range(A()), lambda: int(B()), lambda: int(A()), lambda: float(F()), lambda: complex(X()), lambda: complex(1j, 2), lambda: complex(1, 2j), lambda: complex(X(), 1), lambda: hex(A()), lambda: [1,2,3][A()], lambda: NotImplemented and 1, lambda: '%d' % B(), lambda: round(1.5, A()), lambda: b''.join([]), lambda: chr(A())):
    W(f); WE(f)
