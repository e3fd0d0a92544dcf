# Calls during which the array itself is changed; what a text gives; an object with __index__.
import sys

sys.path.insert(1, '../..')
from asking import Index, t


def attempt(label, make, call):
    for name, change in CHANGES:
        b = bytearray(b"hello world, hello")
        once = [change]

        def act():
            if once:
                once.pop()(b)
        try:
            result = call(b, make(act))
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
        print(label, name, str(result)[:50], len(b), bytes(b[:12]))


CHANGES = [("clear", lambda b: b.clear()), ("grow", lambda b: b.extend(b"G" * 5000)), ("cut", lambda b: b.__delitem__(slice(2, None))),
           ("pop", lambda b: b.pop()), ("front", lambda b: b.__delitem__(slice(0, 3))), ("assign", lambda b: b.__setitem__(slice(None), b"new contents here")),
           ("init", lambda b: b.__init__(b"zz")), ("times", lambda b: b.__imul__(0))]
