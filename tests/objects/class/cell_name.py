# __classcell__ as the name of a slot, and what it may not be in a class body.
class A: __slots__ = ('__classcell__',)
a = A()
a.__classcell__ = 3
print(a.__classcell__)
for text in ('class A:\n __classcell__ = 1', 'class A:\n def f(self): return __class__\n __classcell__ = None',
             'class A:\n def f(self): return __class__\n __slots__ = ("__classcell__",)\nprint(A().f())'):
    try: exec(text)
    except Exception as e: print(type(e).__name__, e)
class Meta(type):
    def __new__(meta, name, bases, namespace):
        namespace.pop('__classcell__', None)
        return super().__new__(meta, name, bases, namespace)
try:
    class B(metaclass=Meta):
        def f(self): return __class__
except Exception as e: print(type(e).__name__, e)
