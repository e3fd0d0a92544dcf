# CPython calls the callback of a weak reference at once when the last reference to the object goes. Here that is found out
# by a collection, or, in small programs, when a weak reference is next asked.
import gc
import weakref


class Thing:
    pass


thing = Thing()
reference = weakref.ref(thing, lambda r: print('gone'))
del thing
print('deleted')
gc.collect()
print(reference())
