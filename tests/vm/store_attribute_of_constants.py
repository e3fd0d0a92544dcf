# The first thing that a store to an attribute meets is an object that cannot have any.
def try_false(thing=False):
    thing.name = 1


def try_none(thing=None):
    thing.name = 1


def try_ellipsis(thing=...):
    thing.name = 1


def try_float(thing=1e300):
    thing.name = 1


def try_complex(thing=1j):
    thing.name = 1


def try_tuple(thing=()):
    thing.name = 1


def try_slice(thing=slice(1)):
    thing.name = 1


def try_zip(thing=zip()):
    (thing).name = thing.other = 1


for attempt in try_false, try_none, try_ellipsis, try_float, try_complex, try_tuple, try_slice, try_zip:
    for again in range(2):
        try:
            attempt()
        except AttributeError as error:
            print(error)
for thing in True, NotImplemented, frozenset(), range(3), memoryview(b''), iter([]), type(iter([])):
    try:
        thing.name = 2
    except (AttributeError, TypeError) as error:
        print(error)
