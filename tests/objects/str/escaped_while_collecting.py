# Text that is only in use from its middle on stays where it is when the collector runs (as it does often in its stress mode).
import random, zlib
r = random.Random(5)
bad = 0
for n in range(20):
    c = [r.randrange(0x10000,0x110000) for _ in range(r.choice([17,40,130,600]))]
    s = ''.join(map(chr,c))
    for step in (2, 3, 33, 70, -1, -2, -40):
        t = s[::step]
        if [ord(x) for x in t] != c[::step]: bad += 1; print('step', n, step, len(c))
        if ascii(t) != "'" + ''.join('\\U%08x' % x for x in c[::step]) + "'": bad += 1; print('ascii', n, step, len(c))
    for start in range(0, len(c), 7):
        t = s[start:start + 30]
        if [ord(x) for x in t] != c[start:start+30]: bad += 1; print('slice', n, start, len(c))
        if ascii(t) != "'" + ''.join('\\U%08x' % x for x in c[start:start+30]) + "'": bad += 1; print('ascii slice', n, start, len(c))
print('bad', bad)
