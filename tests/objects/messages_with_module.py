# Some messages name a class with its module.
source = '''
class Slots:
    __slots__ = ('a',)
    def __hash__(self): return 'x'
class Unhashable:
    __hash__ = None
'''
names = {'__name__': 'some.module'}
exec(source, names)
slots, unhashable = names['Slots'](), names['Unhashable']()
for call in (lambda: slots.a, lambda: {slots: 1}, lambda: {slots}, lambda: {unhashable: 1}, lambda: {unhashable}, lambda: hash(unhashable),
             lambda: {}[unhashable], lambda: frozenset([unhashable]), lambda: complex(unhashable), lambda: '%c' % unhashable,
             lambda: bytes.fromhex(unhashable), lambda: slots.b, lambda: len(unhashable), lambda: {[]: 1}):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
