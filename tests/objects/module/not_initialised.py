import types
m = types.ModuleType.__new__(types.ModuleType)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: m.__dict__); t(lambda: m.__name__); t(lambda: repr(m)); t(lambda: dir(m)); t(lambda: setattr(m, 'x', 1)); t(lambda: m.x); t(lambda: m.__dict__)
m = types.ModuleType.__new__(types.ModuleType); t(lambda: dir(m)); t(lambda: vars(m)); t(lambda: m.y); t(lambda: delattr(m,'y')); t(lambda: m.__annotations__); t(lambda: m.__init__('a')); t(lambda: m.__name__)
m = types.ModuleType.__new__(types.ModuleType); t(lambda: m.__annotations__);  t(lambda: m.__annotate__);
