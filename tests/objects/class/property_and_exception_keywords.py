import sys
class PropertyDocBase(object):
    _spam = 1
    def _get_spam(self): return self._spam
    spam = property(_get_spam, doc="spam spam spam")
class PropertyDocSub(PropertyDocBase):
    @PropertyDocBase.spam.getter
    def spam(self):
        """The decorator does not use this doc string"""
        return self._spam
print(PropertyDocSub.spam.__doc__)
class Outer:
    class cls:
        foo = property()
    class cls2:
        def f(self): pass
        foo = property(f)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: Outer.cls().foo); t(lambda: setattr(Outer.cls(), 'foo', 1)); t(lambda: delattr(Outer.cls(), 'foo')); t(lambda: setattr(Outer.cls2(), 'foo', 1))
p = property()
class N: pass
N.z = p
t(lambda: N().z); t(lambda: setattr(N(), 'z', 2)); t(lambda: p.__set_name__()); t(lambda: p.__set_name__(1)); t(lambda: p.__set_name__(1, 2, 3)); t(lambda: p.__set_name__(1, 2)); t(lambda: p.__name__)
t(lambda: Outer.cls.__dict__['foo'].__name__)
class Meta(type):
    def mro(self):
        self.__dict__["f"]()
        return super().mro()
def t4():
    tc = None
    class A(metaclass=Meta):
        def f():
            nonlocal tc
            tc = __class__
    return tc is A
t(t4)
class SlotDoc(property):
    __slots__ = 'x',
def t5():
    class ps(property): __slots__ = ('__doc__',)
    class pn(property): __slots__ = ()
    class A:
        @ps
        def f(self): 'doc'
    return A.f.__doc__ if 0 else vars(A)['f'].__doc__
t(t5)
def t6():
    class pn(property): __slots__ = ()
    @pn
    def f(self): 'doc'
t(t6)
def t6():
    class pn(property): __slots__ = ()
    @pn
    def f(self): pass
    return f.__doc__
t(t6)
t(lambda: ImportError(invalid='k')); t(lambda: ImportError('a', name='b', invalid='k')); t(lambda: ImportError('a', 'b', name='c').args); t(lambda: NameError('a', nam='b')); t(lambda: AttributeError('a', nam='b')); t(lambda: ValueError(a=1)); t(lambda: KeyError(a=1)); t(lambda: OSError(a=1));t(lambda: StopIteration(a=1)); t(lambda: SyntaxError(a=1)); t(lambda: UnicodeDecodeError(a=1)); t(lambda: SystemExit(a=1)); t(lambda: AttributeError('a', name='b', obj=3, foo=1)); t(lambda: ExceptionGroup('a')); t(lambda: ExceptionGroup(a=1))
class A1(ValueError):
    def __init__(self, a): pass
t(lambda: A1(a=1).args)
