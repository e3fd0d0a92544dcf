# Which views lie on a buffer, in text.
import bitis
import sys


def shown(object):
    text = bitis.picture(object)
    heading, _, rest = text.partition(' at 0x')
    print(heading, '@', rest[rest.index(':'):], sep='', end='')


data = bytearray(32)
shown(data)
first = memoryview(data)
second = first[4:20:2]
reversed = first[28:22:-1]
third = reversed.toreadonly()
reversed.release()
shown(data)
print(len(sys.getexports(data)), sys.getexports(data)[-1] is first)
wide = bytearray(1 << 20)
whole = memoryview(wide)
view = whole.cast('I', [512, 512])
whole.release()
shown(view)
shown(b'abc')
first.release(), second.release(), third.release()
shown(data)
