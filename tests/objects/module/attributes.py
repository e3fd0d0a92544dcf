import types, sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = types.ModuleType('m')
t(lambda: m.__annotate__); t(lambda: m.__annotations__); t(lambda: '__annotate__' in m.__dict__); t(lambda: setattr(m, '__annotate__', 3)); t(lambda: setattr(m, '__annotate__', lambda f: {'a': f})); t(lambda: m.__annotations__);  t(lambda: setattr(m, '__annotate__', None)); t(lambda: m.__annotations__); t(lambda: delattr(m, '__annotate__')); t(lambda: m.__annotate__); t(lambda: sorted(m.__dict__)); t(lambda: setattr(m, '__annotations__', 5)); t(lambda: m.__annotations__); t(lambda: delattr(m, '__annotations__'));t(lambda: delattr(m, '__annotations__')); t(lambda: m.__annotations__); t(lambda: setattr(m, '__annotate__', lambda f: 5)); t(lambda: m.__annotations__)
x: int = 3
me = sys.modules['__main__']
t(lambda: me.__annotate__(1)); t(lambda: me.__annotations__); t(lambda: '__annotate__' in vars(me)); t(lambda: '__annotations__' in vars(me)); t(lambda: dir(m)); t(lambda: m.zzz); t(lambda: delattr(m, 'zzz')); t(lambda: setattr(m, '__dict__', {})); t(lambda: delattr(m, '__dict__')); t(lambda: setattr(m, '__name__', 'q')); t(lambda: repr(m)); t(lambda: delattr(m,'__name__')); t(lambda: m.zz); t(lambda: m.__name__); t(lambda: repr(m))
m.__getattr__ = lambda n: n * 2
t(lambda: m.zz); m.__getattr__ = 5; t(lambda: m.zz)
t(lambda: m.__class__)
class MM(types.ModuleType):
    @property
    def p(self): return 'p'
me.__class__ = MM; t(lambda: me.p); t(lambda: me.x); t(lambda: types.ModuleType()); t(lambda: types.ModuleType(3)); t(lambda: types.ModuleType('a', 'b', 'c')); t(lambda: types.ModuleType(name='a', doc='b').__doc__)
