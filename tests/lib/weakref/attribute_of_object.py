# __weakref__ is the first weak reference; repr() asks for a name, and goes without when that fails.
import re
import weakref


class Slotted:
    __slots__ = '__weakref__',


class Plain:
    pass


for cls in Slotted, Plain:
    thing = cls()
    print(thing.__weakref__)
    called = weakref.ref(thing, lambda reference: None)
    print(thing.__weakref__ is called)
    shared = weakref.ref(thing)
    print(thing.__weakref__ is shared)


class Settings(dict):
    def __getattr__(self, name):
        return self[name]


for settings in Settings(a=1), Settings(__name__='named'):
    print(re.sub('0x[0-9a-f]+', '0x...', repr(weakref.ref(settings))))


class Named:
    __name__ = property(lambda self: 'custom')


for thing in Named(), Named, len:
    print(re.sub('0x[0-9a-f]+', '0x...', repr(weakref.ref(thing))))
Plain.__name__ = 'Renamed'
print(re.sub('0x[0-9a-f]+', '0x...', repr(weakref.ref(Plain))))
